package io.fluxj.kustomize.generate;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.kustomization.GeneratorArgs;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.resource.DataEntries;
import io.fluxj.kustomize.resource.Place;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.Tags;

/** Makes one ConfigMap or Secret. */
public final class Generator {

    private final Directory directory;
    private final SchemaInUse schema;

    public Generator(Directory directory, SchemaInUse schema) {
        this.directory = directory;
        this.schema = schema;
    }

    /** A ConfigMap of the given content. */
    public Resource configMap(GeneratorArgs args, String origin) {
        Node root = base("ConfigMap", args);
        KeyValues.of(args, directory).forEach((key, value) -> DataEntries.putConfigMap(root, key, value));
        return finished(root, args, origin);
    }

    /** A Secret of the given content. */
    public Resource secret(GeneratorArgs args, String origin) {
        Node root = base("Secret", args);
        Mappings.set(root, "type", Node.string(args.type().isEmpty() ? "Opaque" : args.type()));
        Mappings.set(root, "data", Node.mapping());
        KeyValues.of(args, directory).forEach((key, value) -> DataEntries.putSecret(root, key, value));
        return finished(root, args, origin);
    }

    private static Node base(String kind, GeneratorArgs args) {
        if (args.name().isEmpty()) {
            throw BuildException.because("a generated " + kind + " has no name").hint("give the entry a name");
        }
        Node root = Node.mapping();
        Mappings.set(root, "apiVersion", Node.string("v1"));
        Mappings.set(root, "kind", Node.string(kind));
        Node metadata = Node.mapping();
        Mappings.set(metadata, "name", Node.string(args.name()));
        if (!args.namespace().isEmpty()) {
            Mappings.set(metadata, "namespace", Node.string(args.namespace()));
        }
        Mappings.set(root, "metadata", metadata);
        return root;
    }

    private Resource finished(Node root, GeneratorArgs args, String origin) {
        Resource resource = new Resource(root, schema, Place.in(origin, 0));
        args.options().labels().forEach(resource::setLabel);
        args.options().annotations().forEach(resource::setAnnotation);
        if (args.options().immutable()) {
            Mappings.set(root, "immutable", Node.scalar("true", Tags.BOOL));
        }
        if (!args.options().disableNameSuffixHash()) {
            resource.marks().requireHash();
        }
        resource.marks().setBehavior(args.behavior());
        return resource;
    }
}
