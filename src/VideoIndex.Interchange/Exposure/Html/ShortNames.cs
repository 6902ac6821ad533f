namespace VideoIndex.Interchange.Exposure.Html;

/// <summary>Makes paths as short as tells them apart.</summary>
internal static class ShortNames
{
    /// <summary>Returns the file's name of each path, with as many of its folders as no other path shares.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> paths)
    {
        var parts = paths.Select(path => path.Split('/', '\\')).ToList();
        var kept = paths.Select(_ => 1).ToArray();
        while (Alike() is { Count: > 0 } alike)
        {
            foreach (var at in alike)
            {
                kept[at]++;
            }
        }

        return [.. parts.Select((_, at) => Name(at))];

        string Name(int at) => string.Join('/', parts[at].TakeLast(kept[at]));

        List<int> Alike() =>
        [
            .. Enumerable.Range(0, parts.Count).GroupBy(Name).Where(group => group.Count() > 1).SelectMany(group => group)
                .Where(at => kept[at] < parts[at].Length),
        ];
    }
}
