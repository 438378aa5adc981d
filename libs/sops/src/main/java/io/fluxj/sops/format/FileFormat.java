package io.fluxj.sops.format;

import io.fluxj.sops.Limits;
import io.fluxj.sops.metadata.Placement;
import io.fluxj.sops.tree.Value.Branch;
import java.util.List;

/** How values are written in a file. */
public interface FileFormat {
    /**
     * Reads an encrypted file.
     *
     * @return its documents, one but for YAML
     * @throws FormatException if it is not of this format
     */
    List<Branch> read(byte[] file, Limits limits);

    /**
     * Writes a plain file.
     *
     * @throws FormatException if the format has no room for these values
     */
    byte[] write(List<Branch> documents);

    /** Where sops puts its own block. */
    Placement placement();
}
