package io.fluxj.manifest.generate;

import io.fluxj.kustomize.FileTree;
import java.util.List;

/**
 * An artifact with the kustomization file that was made for it.
 *
 * @param files the artifact with that file laid over it
 * @param origins where the fields of that file are from
 * @param unknown remarks on fields that the file in the artifact has and kustomize does not know
 */
public record GeneratedTree(FileTree files, FieldOrigins origins, List<String> unknown) {}
