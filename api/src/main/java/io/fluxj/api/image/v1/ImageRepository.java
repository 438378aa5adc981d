package io.fluxj.api.image.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A container image whose tags are listed. */
@Group("image.toolkit.fluxcd.io")
@Version("v1")
@Kind("ImageRepository")
@Plural("imagerepositories")
@Singular("imagerepository")
@ShortNames({"imgrepo", "imagerepo"})
public final class ImageRepository extends CustomResource<ImageRepositorySpec, ImageRepositoryStatus>
        implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public ImageRepository() {}
}
