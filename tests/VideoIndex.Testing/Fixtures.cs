using System.Runtime.CompilerServices;

namespace VideoIndex.Testing;

/// <summary>
/// Real clips that are not part of the repository: the folder <c>VIDEOINDEX_FIXTURES</c> names, else
/// <c>../shared/fixtures</c> beside the checkout. Tests that need them are skipped, and say so, where it is absent.
/// </summary>
public static class Fixtures
{
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("VIDEOINDEX_FIXTURES") is { Length: > 0 } named
            ? named
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "fixtures"));

    public static bool Present => Directory.Exists(Folder);

    public static string Video(string name) => Path.Combine(Folder, "video", name);
}

/// <summary>The checkout these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));
}

/// <summary>A test over the real clips.</summary>
public sealed class FixtureFactAttribute : FactAttribute
{
    public FixtureFactAttribute() => Skip = Fixtures.Present ? null : $"The real clips are not at {Fixtures.Folder}.";
}

/// <summary>A test over the real clips, one case a row.</summary>
public sealed class FixtureTheoryAttribute : TheoryAttribute
{
    public FixtureTheoryAttribute() => Skip = Fixtures.Present ? null : $"The real clips are not at {Fixtures.Folder}.";
}
