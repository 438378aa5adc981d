package io.fluxj.source.oci;

import io.fluxj.api.source.v1.LayerOperation;
import io.fluxj.api.source.v1.OCILayerSelector;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.source.v1.OCIRepositoryStatus;
import io.fluxj.archive.ExtractionLimits;
import io.fluxj.archive.TarGz;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Reason;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.source.artifact.ArtifactContent;
import io.fluxj.source.artifact.SourceCondition;
import io.fluxj.source.artifact.WorkFolder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fetches an artifact and takes its layer. Source: behaviour §1.4. */
record PullStep(ExtractionLimits limits) {
    Pulled pull(Pass<OCIRepository, OCIRepositoryStatus> pass, Registry registry, Upstream upstream, WorkFolder folder)
            throws Failure, InterruptedException {
        Manifest.Image image = image(pass, registry, upstream);
        Descriptor layer = layer(image.layers(), pass.object().getSpec().layerSelector());
        Path file = folder.path().resolve("layer");
        download(pass, registry, upstream, layer, file);
        return new Pulled(content(pass, file, folder), image.annotations());
    }

    private static Manifest.Image image(
            Pass<OCIRepository, OCIRepositoryStatus> pass, Registry registry, Upstream upstream)
            throws Failure, InterruptedException {
        try {
            return pass.transferring(pass.outdated(), () -> registry.image(upstream.pinned()));
        } catch (RegistryException failed) {
            throw pullFailed(pass, failed);
        }
    }

    private static Descriptor layer(List<Descriptor> layers, @Nullable OCILayerSelector selector) throws Retryable {
        if (layers.isEmpty()) {
            throw layerFailed("no layers found in artifact");
        }
        String wanted = selector == null || selector.mediaType() == null ? "" : selector.mediaType();
        return layers.stream()
                .filter(layer -> wanted.isEmpty() || layer.mediaType().equals(wanted))
                .findFirst()
                .orElseThrow(() -> layerFailed("failed to find layer with media type '" + wanted + "' in artifact"));
    }

    private static void download(
            Pass<OCIRepository, OCIRepositoryStatus> pass,
            Registry registry,
            Upstream upstream,
            Descriptor layer,
            Path file)
            throws Failure, InterruptedException {
        try {
            pass.transferring(pass.outdated(), () -> {
                registry.download(upstream.reference().repository(), layer, file);
                return file;
            });
        } catch (RegistryException failed) {
            throw pullFailed(pass, failed);
        }
    }

    private ArtifactContent content(Pass<OCIRepository, OCIRepositoryStatus> pass, Path layer, WorkFolder folder)
            throws Retryable {
        OCILayerSelector selector = pass.object().getSpec().layerSelector();
        boolean copied = selector != null
                && selector.operation() != null
                && selector.operation().is(LayerOperation.COPY);
        return copied
                ? new ArtifactContent.Copied(layer, "artifact")
                : ArtifactContent.packed(
                        extracted(layer, folder.path().resolve("files")),
                        pass.object().getSpec().ignore());
    }

    /** Leaves the layer's room to the artifact. */
    private Path extracted(Path layer, Path target) throws Retryable {
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(layer))) {
            TarGz.extract(packed, Files.createDirectory(target), limits);
            Files.delete(layer);
            return target;
        } catch (IOException refused) {
            throw layerFailed("failed to extract layer contents from artifact: " + refused.getMessage());
        }
    }

    private static Retryable pullFailed(Pass<OCIRepository, OCIRepositoryStatus> pass, RegistryException failure) {
        String message =
                "failed to pull artifact from '" + pass.object().getSpec().url() + "': " + failure.message();
        return failed(OciReason.PULL_FAILED, message);
    }

    private static Retryable layerFailed(String message) {
        return failed(OciReason.LAYER_OPERATION_FAILED, message);
    }

    private static Retryable failed(Reason reason, String message) {
        return Retryable.of(reason, message).marking(SourceCondition.FETCH_FAILED);
    }
}
