package io.fluxj.kustomize.build;

import io.fluxj.kustomize.filter.Transformer;
import java.util.Optional;

/**
 * One change to the objects of a kustomization.
 *
 * @param field where the kustomization asks for it, for errors
 * @param origin what is noted on the objects, if anything is
 */
record TransformerStep(String field, Transformer transformer, Optional<Origin> origin) {}
