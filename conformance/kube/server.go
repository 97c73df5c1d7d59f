package main

import (
	"context"
	"net"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	apiserveroptions "k8s.io/kubernetes/cmd/kube-apiserver/app/options"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	controlleroptions "k8s.io/kubernetes/cmd/kube-controller-manager/app/options"
)

// What EUTLAS and the stand-in operator rely on, and no more: each controller costs memory and watches. Namespaces are
// removed in namespaces.go.
var controllers = []string{
	"garbage-collector-controller",
	"serviceaccount-controller",
	"serviceaccount-token-controller",
	"root-ca-certificate-publisher-controller",
	"clusterrole-aggregation-controller",
	"resourcequota-controller",
	"statefulset-controller",
	"disruption-controller",
	"endpoints-controller",
	"endpointslice-controller",
	// Binding and growing volumes need a provisioner from outside, which tests play.
	"persistentvolume-binder-controller",
	"persistentvolume-expander-controller",
	"persistentvolume-protection-controller",
	"persistentvolumeclaim-protection-controller",
}

// Returns when the context ends, or with what made it fail.
func runServer(ctx context.Context, folder, etcd string, listener net.Listener) error {
	options := apiserveroptions.NewServerRunOptions()
	options.SecureServing.Listener = listener
	all := pflag.NewFlagSet("kube-apiserver", pflag.ContinueOnError)
	for _, group := range options.Flags().FlagSets {
		all.AddFlagSet(group)
	}
	err := all.Parse([]string{
		"--etcd-servers=unix://" + etcd,
		"--authorization-mode=RBAC",
		"--client-ca-file=" + filepath.Join(folder, "ca.crt"),
		"--tls-cert-file=" + filepath.Join(folder, "apiserver.crt"),
		"--tls-private-key-file=" + filepath.Join(folder, "apiserver.key"),
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file=" + filepath.Join(folder, "service-account.key"),
		"--service-account-signing-key-file=" + filepath.Join(folder, "service-account.key"),
		"--service-cluster-ip-range=10.0.0.0/16",
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		// Endpoints may not be on loopback, and the API server writes itself into some.
		"--endpoint-reconciler-type=none",
	})
	if err != nil {
		return err
	}
	if err := options.GenericServerRunOptions.ComponentGlobalsRegistry.Set(); err != nil {
		return err
	}
	// Both programs share what is global in a process; neither needs to hear about its own old-fashioned calls.
	rest.SetDefaultWarningHandler(rest.NoWarnings{})
	complete, err := options.Complete(ctx)
	if err != nil {
		return err
	}
	if wrong := complete.Validate(); len(wrong) > 0 {
		return utilerrors.NewAggregate(wrong)
	}
	return apiserver.Run(ctx, complete)
}

// Returns when the context ends, or with what made it fail.
func runControllers(ctx context.Context, folder, kubeconfig string) error {
	options, err := controlleroptions.NewKubeControllerManagerOptions()
	if err != nil {
		return err
	}
	// Not as flags: theirs and the API server's do not fit into one process.
	options.Generic.ClientConnection.Kubeconfig = kubeconfig
	// The default is slow for a suite that makes and deletes hundreds of namespaces.
	options.Generic.ClientConnection.QPS = 500
	options.Generic.ClientConnection.Burst = 1000
	options.Generic.Controllers = controllers
	options.Generic.LeaderElection.LeaderElect = false
	options.SecureServing.BindPort = 0
	options.SAController.RootCAFile = filepath.Join(folder, "ca.crt")
	options.SAController.ServiceAccountKeyFile = filepath.Join(folder, "service-account.key")
	known, off, aliases := controllermanager.KnownControllers(), controllermanager.ControllersDisabledByDefault(),
		controllermanager.ControllerAliases()
	config, err := options.Config(ctx, known, off, aliases)
	if err != nil {
		return err
	}
	return controllermanager.Run(ctx, config.Complete())
}

func awaitServer(ctx context.Context, kubeconfig string) error {
	return await(ctx, kubeconfig, func(client *kubernetes.Clientset) bool {
		return client.RESTClient().Get().AbsPath("/readyz").Do(ctx).Error() == nil
	})
}

// A namespace has what pods need when the controllers have been there, and what outlived a restart is theirs again.
func awaitControllers(ctx context.Context, kubeconfig string) error {
	return await(ctx, kubeconfig, func(client *kubernetes.Clientset) bool {
		_, account := client.CoreV1().ServiceAccounts("default").Get(ctx, "default", metav1.GetOptions{})
		_, authority := client.CoreV1().ConfigMaps("default").Get(ctx, "kube-root-ca.crt", metav1.GetOptions{})
		return account == nil && authority == nil
	})
}

func await(ctx context.Context, kubeconfig string, ready func(*kubernetes.Clientset) bool) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	return wait.PollUntilContextTimeout(ctx, 100*time.Millisecond, time.Minute, true,
		func(context.Context) (bool, error) { return ready(client), nil })
}
