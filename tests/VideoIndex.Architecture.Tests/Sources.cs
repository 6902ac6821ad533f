namespace VideoIndex.Architecture.Tests;

/// <summary>The files of the checkout that people wrote.</summary>
internal static class Sources
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "node_modules", "library", "shared", ".vs", ".idea"];

    public static IEnumerable<string> All => Below(Repository.Root);

    public static IEnumerable<string> CSharp => All.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<string> Documents => All.Where(file => file.EndsWith(".md", StringComparison.Ordinal));

    /// <summary>The path inside the checkout, with forward slashes.</summary>
    public static string NameOf(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static IEnumerable<string> Below(string folder) =>
        Directory.GetFiles(folder).Where(IsOurs).Concat(Directory.GetDirectories(folder)
            .Where(IsOurs)
            .SelectMany(Below));

    private static bool IsOurs(string path) => !NotOurs.Contains(Path.GetFileName(path));
}
