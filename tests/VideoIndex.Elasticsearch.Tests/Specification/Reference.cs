using System.Text.Json;

namespace VideoIndex.Elasticsearch.Tests.Specification;

/// <summary>
/// Elastic's own description of its interface, which is no part of the repository: <c>elasticsearch-openapi-subset.json</c> in the folder <c>VIDEOINDEX_REFERENCE</c> names, else
/// in <c>reference</c> beside the fixtures. Tests that need it are skipped, and say so, where it is absent.
/// </summary>
public static class Reference
{
    private static readonly string File = Path.Combine(
        Environment.GetEnvironmentVariable("VIDEOINDEX_REFERENCE") is { Length: > 0 } named ? named : Path.GetFullPath(Path.Combine(Fixtures.Folder, "..", "reference")),
        "elasticsearch-openapi-subset.json");

    private static readonly Lazy<OpenApi?> Read = new(() =>
        System.IO.File.Exists(File) ? new OpenApi(JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement) : null);

    /// <summary>The description; null where it is absent.</summary>
    internal static OpenApi? Described => Read.Value;

    public static string? Missing => Described is null ? $"Elastic's own description of its interface is not at {File}." : null;
}

/// <summary>A test that holds requests against Elastic's own description.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = Reference.Missing;
}

/// <summary>A test that holds requests against Elastic's own description, one case a row.</summary>
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute() => Skip = Reference.Missing;
}
