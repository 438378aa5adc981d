package io.fluxj.kustomize.filter.replacement;

import io.fluxj.kustomize.kustomization.Replacement;
import io.fluxj.kustomize.yaml.FieldConditions;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.PathMatch;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.List;

/** The fields of one object that a replacement writes to. */
final class TargetField {

    private final Node root;
    private final String path;
    private final Replacement.Options options;
    private final FieldConditions conditions;

    TargetField(Node root, String path, Replacement.Options options, FieldConditions conditions) {
        this.root = root;
        this.path = path;
        this.options = options;
        this.conditions = conditions;
    }

    void write(Node value) {
        PathMatch match = new PathMatch(options.create() ? value.kind() : null, conditions);
        List<String> parts = FieldPath.split(path);
        if (StructuredText.write(root, parts, value, match)) {
            return;
        }
        List<Node> fields = match.find(root, parts);
        if (fields == null || fields.isEmpty()) {
            throw new YamlException(
                    options.create()
                            ? "the target field of a replacement cannot be found or made"
                            : "the target field of a replacement does not exist",
                    0);
        }
        fields.forEach(field -> set(field, value.copy()));
    }

    private void set(Node field, Node value) {
        if (!options.delimiter().isEmpty()) {
            if (!field.isScalar()) {
                throw new YamlException(
                        "a delimiter can only be used on a scalar",
                        field.line(),
                        "take delimiter out of options, or name a field in it");
            }
            String part = value.isNull() ? "" : value.value();
            value.setValue(Delimited.with(field.value(), options.delimiter(), options.index(), part));
        }
        if (field.isScalar()) {
            field.setValue(value.value());
        } else {
            field.assign(value);
        }
    }
}
