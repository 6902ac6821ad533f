using System.Globalization;

namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>A registered mark: whether it was placed, and its grade.</summary>
internal sealed record Registered(string Name, bool IsPlaced, string Grade);

/// <summary>A set as it lies in a folder.</summary>
internal sealed record SetTruth(string Folder, IReadOnlyDictionary<string, Registered> Logos, IReadOnlyDictionary<string, string> LookAlikes, IReadOnlyList<ClipTruth> Clips)
{
    /// <summary>Gets how long its clips are together, in hours.</summary>
    public double Hours => Clips.Sum(clip => clip.Header.Frames / clip.Header.PerSecond) / 3600;

    /// <summary>Gets the names of those whose findings lie beside the clips.</summary>
    public IReadOnlyList<string> Finders => Directory.Exists(Path.Combine(Folder, "found"))
        ? [.. Directory.EnumerateDirectories(Path.Combine(Folder, "found")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Reads it; a file of grades, with the lines <c>logo,grade</c>, takes the place of the grades in the set.</summary>
    public static SetTruth Read(string folder, string? grades)
    {
        var given = grades is null ? [] : File.ReadLines(grades).Skip(1).Select(line => line.Split(',')).ToDictionary(parts => parts[0], parts => parts[1]);
        var lines = File.ReadLines(Path.Combine(folder, "logos.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var registered = lines.Where(parts => parts[1] != "LookAlike")
            .Select(parts => new Registered(parts[0], parts[1] == "Placed", given.GetValueOrDefault(parts[0], parts[4])));
        var clips = Directory.EnumerateFiles(Path.Combine(folder, "clips"), "*.json").Order(StringComparer.Ordinal).Select(ClipTruth.Read);
        return new SetTruth(
            folder, registered.ToDictionary(logo => logo.Name), lines.Where(parts => parts[1] == "LookAlike").ToDictionary(parts => parts[0], parts => parts[7]), [.. clips]);
    }

    /// <summary>Reads what a finder found in its clips.</summary>
    public IReadOnlyList<FoundClip> Found(string finder) => [.. Clips.Select(clip => FoundSet.Read(Path.Combine(Folder, "found", finder), clip.Header))];

    public static string Text(double number, string format = "0.000") => number.ToString(format, CultureInfo.InvariantCulture);
}
