package io.fluxj.helmrelease.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseSpec;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ValuesReference;
import io.fluxj.gotemplate.json.JsonReader;
import io.fluxj.gotemplate.value.GoError;
import io.fluxj.gotemplate.value.Meter;
import io.fluxj.helm.HelmException;
import io.fluxj.helm.values.TargetPath;
import io.fluxj.helm.values.ValueTree;
import io.fluxj.helm.values.ValuesYaml;
import io.fluxj.helmrelease.HelmReleaseReason;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.secret.SecretData;
import io.fluxj.runtime.secret.SecretReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the values of a release together: those of {@code valuesFrom} in their order, then {@code values}. Source: behaviour §3.3. */
public final class ValuesStep {

    private final SecretReader configs;

    /** Reads ConfigMaps and Secrets there, as the controller itself. */
    public ValuesStep(SecretReader configs) {
        this.configs = configs;
    }

    /** All values; from now on the pass conceals those that come from Secrets. */
    public ReleaseValues compose(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure {
        HelmReleaseSpec spec = pass.object().getSpec();
        Map<String, @Nullable Object> own = own(spec.values());
        Map<String, @Nullable Object> values = new HashMap<>();
        List<String> secrets = new ArrayList<>();
        for (ValuesReference reference : spec.valuesFrom()) {
            Place place = new Place(pass.object().getMetadata().getNamespace(), reference);
            Optional<String> text = text(place);
            if (text.isPresent()) {
                values = merged(values, own, place, text.get());
                secrets.addAll(new ConcealedLeaves(pass).add(reference, text.get()));
            }
        }
        ReleaseValues composed = ReleaseValues.of(ValueTree.merged(values, own), secrets);
        new LeftVariables(pass).tell(composed);
        return composed;
    }

    /** Where a text comes from, and where it goes. */
    private record Place(String namespace, ValuesReference reference) {

        String key() {
            String key = reference.valuesKey();
            return key == null || key.isEmpty() ? "values.yaml" : key;
        }

        boolean isSecret() {
            return reference.kind().text().equals("Secret");
        }

        boolean hasPath() {
            return reference.targetPath() != null && !reference.targetPath().isEmpty();
        }

        Retryable failed(String why) {
            return ValuesStep.failed("could not resolve %s chart values reference '%s/%s' with key '%s': %s"
                    .formatted(reference.kind(), namespace, reference.name(), key(), why));
        }
    }

    private static Map<String, @Nullable Object> own(@Nullable JsonNode values) throws Retryable {
        if (values == null || values.isNull()) {
            return new HashMap<>();
        }
        if (!values.isObject()) {
            throw failed("spec.values is no map");
        }
        return ValueTree.asTable((Map<?, ?>) tree(values));
    }

    private static Object tree(JsonNode values) throws Retryable {
        try {
            return Objects.requireNonNull(JsonReader.read(Meter.NONE, values.toString()));
        } catch (GoError e) {
            throw failed("spec.values: " + e.getMessage());
        }
    }

    /** Empty when it is not there and need not be. */
    private Optional<String> text(Place place) throws Retryable {
        Optional<SecretData> data = data(place);
        Optional<String> text = data.flatMap(found -> found.text(place.key()));
        if (text.isPresent() || Boolean.TRUE.equals(place.reference().optional())) {
            return text;
        }
        throw place.failed(
                data.isPresent()
                        ? "missing key '" + place.key() + "'"
                        : "%s \"%s\" not found"
                                .formatted(
                                        place.isSecret() ? "secrets" : "configmaps",
                                        place.reference().name()));
    }

    private Optional<SecretData> data(Place place) throws Retryable {
        String name = place.reference().name();
        try {
            return place.isSecret()
                    ? configs.secret(place.namespace(), name)
                    : configs.configMap(place.namespace(), name);
        } catch (KubernetesClientException e) {
            throw place.failed(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> values, Map<String, @Nullable Object> own, Place place, String text)
            throws Retryable {
        try {
            if (!place.hasPath()) {
                return ValueTree.merged(values, ValuesYaml.map(text));
            }
            Map<String, @Nullable Object> all = ValueTree.copied(ValueTree.merged(values, own));
            put(all, place.reference(), text);
            return all;
        } catch (GoError e) {
            throw place.failed(String.valueOf(e.getMessage()).replace("map[string]interface {}", "common.Values"));
        } catch (HelmException e) {
            throw place.failed("unable to merge value into target path '%s': %s"
                    .formatted(place.reference().targetPath(), e.getMessage()));
        }
    }

    private static void put(Map<String, @Nullable Object> values, ValuesReference reference, String text) {
        String path = String.valueOf(reference.targetPath());
        if (Boolean.TRUE.equals(reference.literal())) {
            TargetPath.setLiteral(values, path, text);
        } else {
            TargetPath.set(values, path, text);
        }
    }

    private static Retryable failed(String message) {
        return Retryable.of(HelmReleaseReason.VALUES_ERROR, message);
    }
}
