package main

import (
	"context"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/namespace/deletion"
)

// Empties namespaces that are being deleted, with the controller manager's own code but not its pace: before it begins
// it waits five seconds for other API servers and other members of etcd, and here are none. Nearly every test deletes.
func removeNamespaces(ctx context.Context, kubeconfig string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	config.QPS, config.Burst = 500, 1000
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	objects, err := metadata.NewForConfig(config)
	if err != nil {
		return err
	}
	namespaces := client.CoreV1().Namespaces()
	deleter := deletion.NewNamespacedResourcesDeleter(ctx, namespaces, objects, client.CoreV1(),
		client.Discovery().ServerPreferredNamespacedResources, corev1.FinalizerKubernetes)

	wait.UntilWithContext(ctx, func(ctx context.Context) {
		// Out of the API server's memory: this is asked all the time.
		all, err := namespaces.List(ctx, metav1.ListOptions{ResourceVersion: "0"})
		if err != nil {
			return
		}
		for _, namespace := range all.Items {
			if namespace.DeletionTimestamp != nil {
				// What is left is tried again in the next round: pods may still be ending, finalizers may hang.
				if err := deleter.Delete(ctx, namespace.Name); err != nil {
					klog.FromContext(ctx).V(4).Info("Namespace not empty yet", "namespace", namespace.Name, "reason", err)
				}
			}
		}
	}, 200*time.Millisecond)
	return nil
}
