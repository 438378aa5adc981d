package io.fluxj.deploy.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.deploy.Controller;
import io.fluxj.deploy.instance.FluxInstance.Changes;
import io.fluxj.deploy.instance.FluxInstance.CloudIdentity;
import io.fluxj.deploy.instance.FluxInstance.Cluster;
import io.fluxj.deploy.instance.FluxInstance.Distribution;
import io.fluxj.deploy.instance.FluxInstance.Origin;
import io.fluxj.deploy.instance.FluxInstance.Placement;
import io.fluxj.deploy.instance.FluxInstance.Shards;
import io.fluxj.deploy.instance.FluxInstance.Storage;
import io.fluxj.deploy.instance.FluxInstance.Sync;
import io.fluxj.deploy.instance.FluxInstance.Tenancy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the fields of a FluxInstance, with flux-operator's defaults. */
final class InstanceReader {
    private static final Pattern DURATION = Pattern.compile("([0-9]+(\\.[0-9]+)?(ms|s|m|h))+");
    private static final Pattern SIZE = Pattern.compile("[0-9]+(\\.[0-9]+)?([EPTGMk]i?)?");
    private static final Pattern IMAGES = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._:/]{0,250}");
    private static final Pattern LABEL =
            Pattern.compile("([a-z0-9][-a-z0-9.]*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern SHARD = Pattern.compile("[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private InstanceReader() {}

    static FluxInstance read(JsonNode object) {
        if (!object.path("kind").asText("").equals(FluxInstance.KIND)
                || !object.path("apiVersion").asText("").equals(FluxInstance.API_VERSION)) {
            throw new InvalidInstanceException("must be a %s of %s, but is a %s of %s"
                    .formatted(
                            FluxInstance.KIND,
                            FluxInstance.API_VERSION,
                            object.path("kind").asText("kind without a name"),
                            object.path("apiVersion").asText("no version")));
        }
        String namespace = new Fields(object.path("metadata"), "metadata").name("namespace", "flux-system");
        Fields spec = new Fields(object.path("spec"), "spec")
                .only(
                        "distribution",
                        "components",
                        "cluster",
                        "commonMetadata",
                        "storage",
                        "sharding",
                        "sync",
                        "kustomize",
                        "wait",
                        "migrateResources");
        return new FluxInstance(
                namespace,
                distribution(spec.below("distribution")),
                components(spec),
                cluster(spec.below("cluster")),
                placement(spec),
                sync(spec.below("sync"), namespace),
                changes(spec));
    }

    private static Distribution distribution(Fields fields) {
        fields.only("version", "registry", "variant", "imagePullSecret", "artifact", "artifactPullSecret");
        fields.required("registry");
        return new Distribution(
                fields.required("version"),
                fields.matching("registry", "", IMAGES).replaceFirst("/+$", ""),
                fields.name("imagePullSecret", ""));
    }

    private static Set<Controller> components(Fields spec) {
        Set<Controller> found = new LinkedHashSet<>();
        for (JsonNode name : spec.list("components")) {
            found.add(Controller.named(name.asText(""))
                    .orElseThrow(() -> spec.wrong(
                            "components",
                            "'%s' is no component: there are %s"
                                    .formatted(
                                            name.asText(""),
                                            Arrays.stream(Controller.values())
                                                    .map(Controller::objectName)
                                                    .toList()))));
        }
        return found.isEmpty() ? Controller.usual() : EnumSet.copyOf(found);
    }

    private static Cluster cluster(Fields fields) {
        fields.only(
                "type",
                "size",
                "multitenant",
                "multitenantWorkloadIdentity",
                "objectLevelWorkloadIdentity",
                "tenantDefaultServiceAccount",
                "tenantDefaultDecryptionServiceAccount",
                "tenantDefaultKubeConfigServiceAccount",
                "networkPolicy",
                "domain");
        String type = fields.oneOf("type", "kubernetes", "kubernetes", "openshift", "azure", "aws", "gcp");
        String size = fields.oneOf("size", "", "small", "medium", "large");
        return new Cluster(
                type.equals("openshift"),
                Size.named(size),
                tenancy(fields),
                fields.flag("networkPolicy", true),
                fields.matching("domain", "cluster.local", DOMAIN));
    }

    private static Tenancy tenancy(Fields fields) {
        return new Tenancy(
                fields.flag("multitenant", false),
                fields.name("tenantDefaultServiceAccount", "default"),
                identity(fields),
                fields.name("tenantDefaultDecryptionServiceAccount", "default"),
                fields.name("tenantDefaultKubeConfigServiceAccount", "default"));
    }

    private static CloudIdentity identity(Fields fields) {
        boolean ofObjects = fields.flag("objectLevelWorkloadIdentity", false);
        boolean ofTenants = fields.flag("multitenantWorkloadIdentity", false);
        if (ofTenants && !ofObjects) {
            throw fields.wrong("multitenantWorkloadIdentity", "needs objectLevelWorkloadIdentity: true");
        }
        if (ofTenants) {
            return CloudIdentity.TENANT;
        }
        return ofObjects ? CloudIdentity.OBJECT : CloudIdentity.CONTROLLER;
    }

    private static Placement placement(Fields spec) {
        Optional<Storage> storage = storage(spec.below("storage"));
        Fields sharding = spec.below("sharding").only("key", "shards", "storage");
        List<String> names = sharding.list("shards").stream()
                .map(name -> shard(sharding, name.asText("")))
                .distinct()
                .toList();
        if (sharding.isThere() && names.isEmpty()) {
            throw sharding.wrong("shards", "is required");
        }
        boolean persistent = sharding.oneOf("storage", "ephemeral", "ephemeral", "persistent")
                .equals("persistent");
        if (persistent && storage.isEmpty()) {
            throw sharding.wrong("storage", "persistent needs spec.storage: the class and size of the volumes");
        }
        String key = sharding.matching("key", "sharding.fluxcd.io/key", LABEL);
        return new Placement(storage, new Shards(key, names, persistent));
    }

    private static String shard(Fields sharding, String name) {
        if (!SHARD.matcher(name).matches()) {
            throw sharding.wrong("shards", "'%s' is not of the form %s".formatted(name, SHARD));
        }
        return name;
    }

    private static Optional<Storage> storage(Fields fields) {
        if (!fields.only("class", "size").isThere()) {
            return Optional.empty();
        }
        fields.required("class");
        fields.required("size");
        return Optional.of(new Storage(fields.name("class", ""), fields.matching("size", "", SIZE)));
    }

    private static Optional<Sync> sync(Fields fields, String namespace) {
        fields.only("name", "kind", "url", "ref", "path", "interval", "pullSecret", "provider");
        if (!fields.isThere()) {
            return Optional.empty();
        }
        String kind = fields.required("kind");
        fields.oneOf("kind", "GitRepository", "GitRepository", "OCIRepository", "Bucket");
        String provider = kind.equals("GitRepository")
                ? fields.oneOf("provider", "", "generic", "aws", "azure", "github")
                : fields.oneOf("provider", "", "generic", "aws", "azure", "gcp");
        Origin origin = new Origin(
                kind, fields.required("url"), fields.required("ref"), fields.name("pullSecret", ""), provider);
        return Optional.of(new Sync(
                fields.name("name", namespace),
                origin,
                fields.required("path"),
                fields.matching("interval", "1m", DURATION)));
    }

    private static Changes changes(Fields spec) {
        Fields common = spec.below("commonMetadata").only("labels", "annotations");
        Fields kustomize = spec.below("kustomize").only("patches");
        List<JsonNode> patches = kustomize.list("patches");
        for (int index = 0; index < patches.size(); index++) {
            new Fields(patches.get(index), "spec.kustomize.patches[%d]".formatted(index))
                    .only("patch", "target")
                    .required("patch");
        }
        return new Changes(common.texts("labels"), common.texts("annotations"), patches);
    }
}
