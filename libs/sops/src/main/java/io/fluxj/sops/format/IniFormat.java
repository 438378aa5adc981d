package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.metadata.Placement;
import io.fluxj.sops.tree.Value.Branch;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** INI as the library of sops, ini.v1, reads and writes it: sections of keys, all values text. */
public final class IniFormat implements FileFormat {
    /** Keys before any section are in this one, which is written without a header. */
    static final String DEFAULT_SECTION = "DEFAULT";

    @Override
    public List<Branch> read(byte[] file, Limits limits) {
        try {
            return List.of(new IniReader(new String(file, StandardCharsets.UTF_8)).document());
        } catch (FormatException e) {
            throw new FormatException("Could not unmarshal input data: " + e.getMessage());
        }
    }

    @Override
    public byte[] write(List<Branch> documents) {
        try {
            IniWriter writer = new IniWriter();
            documents.forEach(writer::add);
            return writer.text().getBytes(StandardCharsets.UTF_8);
        } catch (FormatException e) {
            throw new FormatException("Error marshaling to INI: " + e.getMessage());
        }
    }

    @Override
    public Placement placement() {
        return Placement.SECTION;
    }
}
