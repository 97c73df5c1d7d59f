package eu.eutlas.k8s;

import java.util.List;

/** What can be seen around a cluster that does not come up. */
record Symptoms(List<Live> pods, List<Live> claims, List<Live> events) {}
