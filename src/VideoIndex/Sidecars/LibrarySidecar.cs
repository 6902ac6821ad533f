using VideoIndex.Alerts;
using VideoIndex.Brands;
using VideoIndex.Metadata;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sidecars;

/// <summary>What a library knows that is not of one video and that answers depend on.</summary>
public sealed record LibrarySidecar
{
    /// <summary>Gets the fields, in the order they were defined.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>Gets what was changed of the fields, the oldest first.</summary>
    public IReadOnlyList<PastChange> FieldChanges { get; init; } = [];

    /// <summary>Gets the vocabulary, labels that say nothing included.</summary>
    public IReadOnlyList<VocabularyStatement> Vocabulary { get; init; } = [];

    /// <summary>Gets what was changed of the vocabulary, the oldest first.</summary>
    public IReadOnlyList<PastChange> VocabularyChanges { get; init; } = [];

    /// <summary>Gets the brands with their logos, retired ones included, by number. Logos and examples that were taken away are not among them.</summary>
    public IReadOnlyList<BrandKept> Brands { get; init; } = [];

    /// <summary>Gets the names of all groups there ever were.</summary>
    public IReadOnlyList<string> BrandGroups { get; init; } = [];

    /// <summary>Gets the alerts, by name.</summary>
    public IReadOnlyList<Alert> Alerts { get; init; } = [];

    /// <summary>Gets the pictures of the logos: as they were handed in, and as they are used.</summary>
    public IReadOnlyList<FileKept> Files { get; init; } = [];
}

/// <summary>A brand and what was done to it.</summary>
/// <param name="Brand">The brand.</param>
/// <param name="Changes">What was done to it, the oldest first.</param>
public sealed record BrandKept(Brand Brand, IReadOnlyList<PastChange> Changes);
