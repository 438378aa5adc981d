package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.metadata.Placement;
import io.fluxj.sops.tree.Value.Branch;
import io.fluxj.sops.yaml.Composer;
import io.fluxj.sops.yaml.Node;
import io.fluxj.sops.yaml.Writer;
import io.fluxj.sops.yaml.YamlException;
import java.util.List;

/** YAML with its comments; layout is not kept. */
public final class YamlFormat implements FileFormat {
    @Override
    public List<Branch> read(byte[] file, Limits limits) {
        try {
            List<Node> documents = Composer.documents(file, limits.depth());
            if (!documents.isEmpty()) {
                YamlKeys.check(documents.getFirst());
            }
            YamlTree tree = new YamlTree(limits);
            return documents.stream().map(tree::document).toList();
        } catch (YamlException e) {
            throw new FormatException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public byte[] write(List<Branch> documents) {
        return Writer.write(documents.stream().map(YamlNodes::mapping).toList());
    }

    @Override
    public Placement placement() {
        return Placement.NESTED;
    }
}
