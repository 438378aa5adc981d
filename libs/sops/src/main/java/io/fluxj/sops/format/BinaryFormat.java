package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.metadata.Placement;
import io.fluxj.sops.tree.Entry;
import io.fluxj.sops.tree.Value;
import java.util.List;

/** One value of any bytes, in JSON while it is encrypted. */
public final class BinaryFormat implements FileFormat {
    private final JsonFormat envelope = new JsonFormat();

    @Override
    public List<Value.Branch> read(byte[] file, Limits limits) {
        return envelope.read(file, limits);
    }

    @Override
    public byte[] write(List<Value.Branch> documents) {
        if (documents.size() != 1) {
            throw error("there must be exactly one tree branch");
        }
        for (Entry entry : documents.getFirst().entries()) {
            if (entry instanceof Entry.Field field && field.key().equals("data")) {
                if (field.value() instanceof Value.Text text) {
                    return text.bytes();
                }
                throw error("'data' key in tree does not have a string value");
            }
        }
        throw error("no binary data found in tree");
    }

    private static FormatException error(String problem) {
        return new FormatException("error emitting binary store: " + problem);
    }

    @Override
    public Placement placement() {
        return Placement.NESTED;
    }
}
