package io.fluxj.deploy.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.deploy.Controller;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An installation as flux-operator's kind {@code FluxInstance} describes it. Source: flux-operator's public API reference, {@code fluxcd.controlplane.io/v1}.
 *
 * @param namespace where
 * @param distribution version and images
 * @param components which controllers
 * @param cluster into what
 * @param placement volumes and shards
 * @param sync the source that the cluster follows
 * @param changes what users change in the manifests
 */
public record FluxInstance(
        String namespace,
        Distribution distribution,
        Set<Controller> components,
        Cluster cluster,
        Placement placement,
        Optional<Sync> sync,
        Changes changes) {
    /** The group and version that we read. */
    public static final String API_VERSION = "fluxcd.controlplane.io/v1";

    /** The kind. */
    public static final String KIND = "FluxInstance";

    public FluxInstance {
        components = EnumSet.copyOf(components);
    }

    /**
     * Reads an object.
     *
     * @throws InvalidInstanceException when a field is missing, unknown or wrong
     */
    public static FluxInstance of(JsonNode object) {
        return InstanceReader.read(object);
    }

    /**
     * Which Flux.
     *
     * @param version a range that the version whose API we have must be in
     * @param registry what stands before the images' names
     * @param pullSecret the Secret to pull them with; empty for none
     */
    public record Distribution(String version, String registry, String pullSecret) {}

    /**
     * What the controllers run in.
     *
     * @param openShift whether it gives accounts their user ids
     * @param size how much the controllers get; empty for what the manifests say
     * @param tenancy who acts as whom
     * @param networkPolicy whether NetworkPolicies come along
     * @param domain of its Services
     */
    public record Cluster(
            boolean openShift, Optional<Size> size, Tenancy tenancy, boolean networkPolicy, String domain) {}

    /**
     * Who acts as whom.
     *
     * @param lockdown whether tenants are kept apart
     * @param account as which objects of tenants act that name none
     * @param identity which objects reach clouds as an account of their own
     * @param decryptionAccount as which they reach keys that name none
     * @param kubeConfigAccount as which they reach other clusters that name none
     */
    public record Tenancy(
            boolean lockdown,
            String account,
            CloudIdentity identity,
            String decryptionAccount,
            String kubeConfigAccount) {}

    /** As whom clouds are reached. */
    public enum CloudIdentity {
        /** As the controller. */
        CONTROLLER,
        /** As the account that an object names, else as the controller. */
        OBJECT,
        /** As the account that an object names, else as one of its namespace: never as the controller. */
        TENANT
    }

    /**
     * Volumes and shards.
     *
     * @param storage the volume of source-controller
     * @param shards more sets of controllers
     */
    public record Placement(Optional<Storage> storage, Shards shards) {}

    /** A volume: its class and its size, as a claim has them. */
    public record Storage(String storageClass, String size) {}

    /**
     * More sets of controllers, each for the objects with one value of a label.
     *
     * @param key the label
     * @param names the values
     * @param persistent whether each has a volume, too
     */
    public record Shards(String key, List<String> names, boolean persistent) {
        public Shards {
            names = List.copyOf(names);
        }
    }

    /**
     * The source that the cluster follows.
     *
     * @param name of both objects
     * @param origin the source
     * @param path in it
     * @param interval how often it is looked at, as Go writes durations
     */
    public record Sync(String name, Origin origin, String path, String interval) {}

    /**
     * A source.
     *
     * @param kind GitRepository, OCIRepository or Bucket
     * @param url repository, registry or endpoint
     * @param ref a Git reference, a tag or the bucket's name
     * @param pullSecret empty for none
     * @param provider whose login is used; empty for none
     */
    public record Origin(String kind, String url, String ref, String pullSecret, String provider) {}

    /**
     * What users change in the manifests.
     *
     * @param labels of every object
     * @param annotations of every object
     * @param patches entries of a kustomization's {@code patches}
     */
    public record Changes(Map<String, String> labels, Map<String, String> annotations, List<JsonNode> patches) {
        public Changes {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
            patches = List.copyOf(patches);
        }
    }
}
