package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io/fs"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"

	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/clientcmd/api"
)

// Everything is signed by one authority made here, whose own key is never written: nobody can add to it later.
// A folder that already has its keys keeps them, so that a kubeconfig outlives a restart.
func makeKeys(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	// Written last, so that where it is, all are.
	if _, err := os.Stat(filepath.Join(folder, "ca.crt")); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	authority, err := makeKey(folder, "")
	if err != nil {
		return err
	}
	root := certificate(pkix.Name{CommonName: "kube-ca"})
	root.IsCA = true
	root.KeyUsage = x509.KeyUsageCertSign

	server := certificate(pkix.Name{CommonName: "kube-apiserver"})
	server.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	server.DNSNames = []string{"localhost", "kubernetes.default.svc"}
	server.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}

	admin := certificate(pkix.Name{CommonName: "admin", Organization: []string{"system:masters"}})
	admin.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}

	if _, err := makeKey(folder, "service-account"); err != nil {
		return err
	}
	for name, wanted := range map[string]*x509.Certificate{"apiserver": server, "admin": admin} {
		key, err := makeKey(folder, name)
		if err != nil {
			return err
		}
		if err := sign(folder, name, wanted, root, key, authority); err != nil {
			return err
		}
	}
	return sign(folder, "ca", root, root, authority, authority)
}

func certificate(name pkix.Name) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()),
		Subject:      name,
		// Clocks of containers differ by a little.
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().AddDate(1, 0, 0),
		KeyUsage:              x509.KeyUsageDigitalSignature,
		BasicConstraintsValid: true,
	}
}

// A key without a name is not written.
func makeKey(folder, name string) (*ecdsa.PrivateKey, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil || name == "" {
		return key, err
	}
	bytes, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return nil, err
	}
	return key, writePem(folder, name+".key", "EC PRIVATE KEY", bytes)
}

func sign(folder, name string, wanted, root *x509.Certificate, key, authority *ecdsa.PrivateKey) error {
	bytes, err := x509.CreateCertificate(rand.Reader, wanted, root, key.Public(), authority)
	if err != nil {
		return err
	}
	return writePem(folder, name+".crt", "CERTIFICATE", bytes)
}

func writePem(folder, name, kind string, bytes []byte) error {
	text := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes})
	return os.WriteFile(filepath.Join(folder, name), text, 0o600)
}

// The keys go into the file itself, so that it may be copied anywhere.
func writeKubeconfig(file, folder, server string) error {
	config := api.NewConfig()
	config.Clusters["kube"] = &api.Cluster{Server: server, CertificateAuthority: filepath.Join(folder, "ca.crt")}
	config.AuthInfos["admin"] = &api.AuthInfo{
		ClientCertificate: filepath.Join(folder, "admin.crt"),
		ClientKey:         filepath.Join(folder, "admin.key"),
	}
	config.Contexts["kube"] = &api.Context{Cluster: "kube", AuthInfo: "admin"}
	config.CurrentContext = "kube"
	if err := api.FlattenConfig(config); err != nil {
		return err
	}
	return clientcmd.WriteToFile(*config, file)
}
