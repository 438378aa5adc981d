package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.metadata.Placement;
import io.fluxj.sops.tree.Value.Branch;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON with a map at its root; keys keep their order and may come twice. */
public final class JsonFormat implements FileFormat {
    @Override
    public List<Branch> read(byte[] file, Limits limits) {
        try {
            return List.of(new JsonReader(Utf8.string(file), limits).document());
        } catch (FormatException e) {
            throw new FormatException("Could not unmarshal input data: " + e.getMessage());
        }
    }

    @Override
    public byte[] write(List<Branch> documents) {
        JsonWriter writer = new JsonWriter();
        writer.value(documents.getFirst(), 0);
        return (writer.text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Placement placement() {
        return Placement.NESTED;
    }
}
