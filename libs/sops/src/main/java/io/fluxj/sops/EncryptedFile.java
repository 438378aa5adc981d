package io.fluxj.sops;

import io.fluxj.sops.format.FormatException;
import io.fluxj.sops.metadata.Extraction;
import io.fluxj.sops.metadata.Metadata;
import io.fluxj.sops.metadata.MetadataException;
import io.fluxj.sops.metadata.MetadataReader;
import io.fluxj.sops.tree.Value.Branch;
import java.util.List;

/** An encrypted file that was understood, without the block of sops. */
record EncryptedFile(List<Branch> documents, Metadata metadata) {
    /** @throws SopsException at the stage of loading */
    static EncryptedFile read(byte[] file, Format format, Limits limits) {
        limits.checkSize(file.length);
        try {
            List<Branch> documents = format.files().read(file, limits);
            Extraction extraction = Extraction.of(documents, format.files().placement());
            Metadata metadata = MetadataReader.read(extraction.block(), limits.masterKeys());
            return new EncryptedFile(extraction.documents(), metadata);
        } catch (FormatException | MetadataException e) {
            throw new SopsException(SopsException.Stage.LOAD, String.valueOf(e.getMessage()));
        }
    }
}
