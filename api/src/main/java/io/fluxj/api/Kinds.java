package io.fluxj.api;

import io.fabric8.kubernetes.client.CustomResource;
import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.image.v1.ImagePolicy;
import io.fluxj.api.image.v1.ImageRepository;
import io.fluxj.api.image.v1.ImageUpdateAutomation;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.notification.v1.Receiver;
import io.fluxj.api.notification.v1beta3.Alert;
import io.fluxj.api.notification.v1beta3.Provider;
import io.fluxj.api.source.v1.Bucket;
import io.fluxj.api.source.v1.ExternalArtifact;
import io.fluxj.api.source.v1.GitRepository;
import io.fluxj.api.source.v1.HelmChart;
import io.fluxj.api.source.v1.HelmRepository;
import io.fluxj.api.source.v1.OCIRepository;
import io.fluxj.api.sourceextensions.v1beta1.ArtifactGenerator;
import java.util.List;

/** The kinds of this API, each in the version that is stored. */
public final class Kinds {
    private static final List<Class<? extends CustomResource<?, ?>>> ALL = List.of(
            GitRepository.class,
            OCIRepository.class,
            Bucket.class,
            HelmRepository.class,
            HelmChart.class,
            ExternalArtifact.class,
            ArtifactGenerator.class,
            Kustomization.class,
            HelmRelease.class,
            Receiver.class,
            Alert.class,
            Provider.class,
            ImageRepository.class,
            ImagePolicy.class,
            ImageUpdateAutomation.class);

    private Kinds() {}

    /**
     * Every kind.
     *
     * @return the classes, sources first
     */
    public static List<Class<? extends CustomResource<?, ?>>> all() {
        return ALL;
    }
}
