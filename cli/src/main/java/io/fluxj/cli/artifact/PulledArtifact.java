package io.fluxj.cli.artifact;

import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.TarGz;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Reference;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.http.HttpRegistry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings an artifact's files. */
final class PulledArtifact {
    private PulledArtifact() {}

    /**
     * Unpacks the first layer.
     *
     * @param work existing folder for the layer as it comes
     * @param target existing folder for its files
     * @return its manifest
     */
    static Manifest.Image into(HttpRegistry registry, Reference reference, Path work, Path target)
            throws IOException, RegistryException, InterruptedException {
        Manifest.Image image = registry.image(reference);
        Descriptor layer = image.layers().stream()
                .findFirst()
                .orElseThrow(() -> new CommandFailure("the artifact " + reference + " has no layer"));
        Path file = work.resolve("layer");
        registry.download(reference.repository(), layer, file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            TarGz.extract(in, target, ExtractionLimits.DEFAULT);
        }
        return image;
    }
}
