package io.fluxj.kustomize.build;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.BuiltResource;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.resource.Place;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Plain;
import io.fluxj.kustomize.yaml.PlainNodes;
import io.fluxj.kustomize.yaml.PrintedValues;
import io.fluxj.kustomize.yaml.YamlException;
import io.fluxj.kustomize.yaml.YamlPrinter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An object at the end of a build.
 *
 * @param toYaml its text
 * @param content its values as they read there
 * @param place where it came into the build
 */
public record PrintedResource(String toYaml, Map<String, Object> content, Place place) implements BuiltResource {

    static PrintedResource of(Resource resource) {
        try {
            return of(Plain.ofResource(resource.root()), resource.place());
        } catch (YamlException e) {
            throw resource.locate(e);
        }
    }

    /** An object whose text was changed: from plain values of its text, whose numbers become doubles. */
    public static PrintedResource reread(@Nullable Object plain) {
        if (!(plain instanceof Map)) {
            throw BuildException.because("the text is not one YAML map");
        }
        try {
            Node node = PlainNodes.ofJsonDoubles(plain);
            return of(Plain.ofResource(node), Place.UNKNOWN);
        } catch (YamlException e) {
            throw BuildException.because(String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    private static PrintedResource of(@Nullable Object plain, Place place) {
        return new PrintedResource(YamlPrinter.print(plain), PrintedValues.of(plain), place);
    }

    @Override
    public String apiVersion() {
        return text(content, "apiVersion");
    }

    @Override
    public String kind() {
        return text(content, "kind");
    }

    @Override
    public String namespace() {
        return text(metadata(), "namespace");
    }

    @Override
    public String name() {
        return text(metadata(), "name");
    }

    @Override
    public Map<String, String> labels() {
        return texts("labels");
    }

    @Override
    public Map<String, String> annotations() {
        return texts("annotations");
    }

    @Override
    public String file() {
        return place.file();
    }

    @Override
    public int line() {
        return place.line();
    }

    @Override
    public BuildException problem(String what) {
        ResourceId id = new ResourceId(Gvk.of(apiVersion(), kind()), false, name(), namespace());
        return place.locate(BuildException.because(what).onObject(id.describe()))
                .atOrigin();
    }

    private Map<?, ?> metadata() {
        return content.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new TreeMap<>();
        if (metadata().get(field) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(key.toString(), String.valueOf(value)));
        }
        return texts;
    }

    private static String text(Map<?, ?> map, String field) {
        Object value = map.get(field);
        return value == null ? "" : value.toString();
    }
}
