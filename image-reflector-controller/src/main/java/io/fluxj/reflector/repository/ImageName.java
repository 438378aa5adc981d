package io.fluxj.reflector.repository;

import io.fluxj.oci.Digests;
import io.fluxj.oci.Reference;
import io.fluxj.oci.Repository;

/** Reads {@code spec.image}: a repository, with neither scheme nor tag nor digest. Source: behaviour §5.1. */
public final class ImageName {
    private ImageName() {}

    /**
     * The repository that an image lies in.
     *
     * @throws IllegalArgumentException when it is none; the message is Flux's
     */
    public static Repository parse(String image) {
        int scheme = image.indexOf("://");
        if (scheme >= 0) {
            throw new IllegalArgumentException("image '" + image + "' should not include URL scheme; remove '"
                    + image.substring(0, scheme + 3) + "'");
        }
        Repository repository = repository(image);
        String[] parts = image.startsWith(repository.registry())
                ? image.substring(repository.registry().length()).split(":", 3)
                : image.split(":", 3);
        if (parts.length > 1) {
            throw new IllegalArgumentException(
                    "image '" + image + "' should not include a tag; remove ':" + parts[1] + "'");
        }
        return repository;
    }

    private static Repository repository(String image) {
        try {
            int at = image.indexOf('@');
            if (at >= 0) {
                Digests.parse(image.substring(at + 1));
            }
            return Repository.parse(untagged(at < 0 ? image : image.substring(0, at)));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("could not parse reference: " + image, malformed);
        }
    }

    private static String untagged(String image) {
        int colon = image.lastIndexOf(':');
        if (colon < 0 || image.indexOf('/', colon) >= 0) {
            return image;
        }
        if (!Reference.Tag.isValid(image.substring(colon + 1))) {
            throw new IllegalArgumentException("no tag");
        }
        return image.substring(0, colon);
    }
}
