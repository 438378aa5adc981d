package io.fluxj.oci.http;

import io.fluxj.archive.Digest;
import io.fluxj.archive.DigestAlgorithm;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.ManifestReader;
import io.fluxj.oci.MediaType;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.RegistryLimits;
import io.fluxj.oci.Repository;
import io.fluxj.oci.http.Conversation.Question;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what refers to a manifest. */
record Referrers(Conversation conversation, Repository repository, RegistryLimits limits) {
    private static final int MOST_PAGES = 100;

    List<Descriptor> of(Digest subject, URI api) throws RegistryException, InterruptedException {
        Optional<List<Descriptor>> told = byApi(api);
        if (told.isPresent()) {
            return told.get();
        }
        String tag = subject.algorithm().label() + "-" + subject.hex();
        URI standIn = conversation.registry().resolve("/v2/" + repository.name() + "/manifests/" + tag);
        return index(standIn).map(Page::descriptors).orElseGet(List::of);
    }

    private record Page(List<Descriptor> descriptors, Optional<URI> next) {}

    /** Empty when the registry has no such API. */
    private Optional<List<Descriptor>> byApi(URI api) throws RegistryException, InterruptedException {
        List<Descriptor> all = new ArrayList<>();
        Optional<URI> at = Optional.of(api);
        for (int pages = 0; at.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw new RegistryException(
                        Problem.TOO_LARGE,
                        "GET " + Addresses.shown(api) + ": more than " + MOST_PAGES + " pages of referrers");
            }
            Optional<Page> page = index(at.get());
            if (page.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(page.get().descriptors());
            at = page.get().next();
        }
        return Optional.of(all);
    }

    private Optional<Page> index(URI at) throws RegistryException, InterruptedException {
        try (Reply reply = conversation.ask(Question.get(repository, at, List.of(MediaType.OCI_INDEX)))) {
            if (reply.status() == 404) {
                return Optional.empty();
            }
            if (!reply.isOk()) {
                throw Refusals.of(reply);
            }
            byte[] bytes = reply.bytes(limits.manifestBytes());
            Manifest read = ManifestReader.read(bytes, Digest.of(DigestAlgorithm.SHA256, bytes), MediaType.OCI_INDEX);
            return switch (read) {
                case Manifest.Index index ->
                    Optional.of(new Page(index.manifests(), Links.next(at, reply.header("Link"))));
                case Manifest.Image _ ->
                    throw new RegistryException(Problem.MALFORMED, reply.request() + ": no index came");
            };
        }
    }
}
