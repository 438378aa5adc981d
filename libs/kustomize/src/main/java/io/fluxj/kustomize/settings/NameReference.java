package io.fluxj.kustomize.settings;

import io.fluxj.kustomize.fieldspec.FieldSpec;
import io.fluxj.kustomize.id.Gvk;
import java.util.List;

/**
 * Fields that hold names of objects of a kind.
 *
 * @param target kind of the objects that are named
 * @param referrers the fields that name them
 */
public record NameReference(Gvk target, List<FieldSpec> referrers) {}
