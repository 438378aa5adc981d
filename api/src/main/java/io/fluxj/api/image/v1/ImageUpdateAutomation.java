package io.fluxj.api.image.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** Writes the images that ImagePolicies choose into files of a Git repository. */
@Group("image.toolkit.fluxcd.io")
@Version("v1")
@Kind("ImageUpdateAutomation")
@Plural("imageupdateautomations")
@Singular("imageupdateautomation")
@ShortNames({"iua", "imgupd", "imgauto"})
public final class ImageUpdateAutomation extends CustomResource<ImageUpdateAutomationSpec, ImageUpdateAutomationStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public ImageUpdateAutomation() {}
}
