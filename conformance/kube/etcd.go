package main

import (
	"errors"
	"net/url"
	"path/filepath"
	"time"

	"go.etcd.io/etcd/server/v3/embed"
)

// Etcd on sockets of our own: it asks nobody for a password, so it must not be on the network, not even on loopback.
func startEtcd(folder, sockets string) (*embed.Etcd, error) {
	config := embed.NewConfig()
	config.Dir = filepath.Join(folder, "etcd")
	config.LogLevel = "error"
	// What is lost with the machine, no test asks for; a killed process loses nothing.
	config.UnsafeNoFsync = true

	clients := url.URL{Scheme: "unix", Path: filepath.Join(sockets, "etcd")}
	peers := url.URL{Scheme: "unix", Path: filepath.Join(sockets, "peers")}
	config.ListenClientUrls = []url.URL{clients}
	config.ListenPeerUrls = []url.URL{peers}
	// Names that nobody listens at, but without a port etcd refuses them, and the next start in this folder must find
	// them the same.
	config.AdvertiseClientUrls = []url.URL{{Scheme: "http", Host: "localhost:2379"}}
	config.AdvertisePeerUrls = []url.URL{{Scheme: "http", Host: "localhost:2380"}}
	config.InitialCluster = config.InitialClusterFromName(config.Name)

	etcd, err := embed.StartEtcd(config)
	if err != nil {
		return nil, err
	}
	select {
	case <-etcd.Server.ReadyNotify():
		return etcd, nil
	case err := <-etcd.Err():
		etcd.Close()
		return nil, err
	case <-time.After(time.Minute):
		etcd.Close()
		return nil, errors.New("etcd is not ready after a minute")
	}
}
