// Kube is a real Kubernetes API for tests, in one process: etcd, kube-apiserver and the controllers that the tests
// rely on, on the loopback interface. No pod ever runs here: there is no scheduler, no node and no kubelet.
//
//	kube --kubeconfig FILE [--folder DIR] [--port PORT]
//
// It writes an administrator's kubeconfig as soon as everything answers, prints one line, and ends on SIGTERM, SIGINT
// or, where its standard input is a pipe, when that closes: whoever started it may die without leaving it behind.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"k8s.io/component-base/version"
)

func main() {
	kubeconfig := flag.String("kubeconfig", "", "where to write the administrator's kubeconfig (required)")
	folder := flag.String("folder", "", "where state is kept; without it, in a temporary folder removed at the end")
	port := flag.Int("port", 0, "the port of the API server; 0 takes a free one")
	flag.Parse()
	if *kubeconfig == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	if err := run(untilInputCloses(ctx), *kubeconfig, *folder, *port); err != nil {
		fmt.Fprintln(os.Stderr, "kube:", err)
		os.Exit(1)
	}
}

// A terminal or /dev/null says nothing about who started us; a pipe does.
func untilInputCloses(ctx context.Context) context.Context {
	if about, err := os.Stdin.Stat(); err != nil || about.Mode()&os.ModeNamedPipe == 0 {
		return ctx
	}
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	return ctx
}

func run(ctx context.Context, kubeconfig, folder string, port int) (failure error) {
	// Sockets have short names wherever they are: at most some hundred bytes with the path.
	temporary, err := os.MkdirTemp("", "kube")
	if err != nil {
		return err
	}
	defer func() { failure = errors.Join(failure, os.RemoveAll(temporary)) }()
	if folder == "" {
		folder = filepath.Join(temporary, "state")
	}
	if err := makeKeys(folder); err != nil {
		return err
	}

	etcd, err := startEtcd(folder, temporary)
	if err != nil {
		return err
	}
	defer etcd.Close()

	// Taken here and handed over, so that a free port cannot be somebody else's a moment later.
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	own := filepath.Join(folder, "kubeconfig")
	if err := writeKubeconfig(own, folder, "https://"+listener.Addr().String()); err != nil {
		return err
	}

	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	end := func(over <-chan struct{}) {
		cancel(nil)
		<-over
	}
	server := begin(cancel, func() error { return runServer(ctx, folder, etcd.Clients[0].Addr().String(), listener) })
	// Before etcd is closed: the API server lets running requests end, and needs it for them.
	defer end(server)
	if err := awaitServer(ctx, own); err != nil {
		return ended(ctx, err)
	}

	controllers := begin(cancel, func() error { return runControllers(ctx, folder, own) })
	defer end(controllers)
	remover := begin(cancel, func() error { return removeNamespaces(ctx, own) })
	defer end(remover)
	if err := awaitControllers(ctx, own); err != nil {
		return ended(ctx, err)
	}

	if err := copyOver(own, kubeconfig); err != nil {
		return err
	}
	fmt.Printf("kube-apiserver %s is ready at https://%s, kubeconfig %s\n", version.Get().GitVersion, listener.Addr(), kubeconfig)
	<-ctx.Done()
	return ended(ctx, nil)
}

// Whatever ends by itself takes everything else with it. The channel closes when it has ended.
func begin(cancel context.CancelCauseFunc, work func() error) <-chan struct{} {
	over := make(chan struct{})
	go func() {
		defer close(over)
		if err := work(); err != nil {
			cancel(err)
		} else {
			cancel(nil)
		}
	}()
	return over
}

// To be told to stop is no failure; that something died is, and says more than whoever waited for it.
func ended(ctx context.Context, failure error) error {
	if ctx.Err() == nil {
		return failure
	}
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	return nil
}

// In one step, so that nobody who waits for the file reads half of it.
func copyOver(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to+".new", content, 0o600); err != nil {
		return err
	}
	return os.Rename(to+".new", to)
}
