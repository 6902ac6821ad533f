namespace VideoIndex.Pipeline.Watching;

/// <summary>
/// Tells files that stand still from those still being written. A file stands still when neither its length nor the time it
/// was last written has changed for a while: a slow recording changes its length, a copy that reserves its space first
/// changes its time.
/// </summary>
/// <param name="settle">How long a file must stand still.</param>
/// <remarks>The while is counted from the look that saw the file so, on this program's own clock: the time of day, here or on a file server, plays no part.</remarks>
public sealed class Settling(TimeSpan settle)
{
    private Dictionary<string, (SeenFile File, TimeSpan Since)> _still = new(StringComparer.Ordinal);

    /// <summary>Takes note of what a look found.</summary>
    /// <param name="seen">The files there now; those not among them are forgotten.</param>
    /// <param name="now">When it was, on any clock that only goes forward.</param>
    /// <returns>The files that stand still, those that have done so longest first.</returns>
    public IReadOnlyList<SeenFile> Note(IEnumerable<SeenFile> seen, TimeSpan now)
    {
        _still = seen.ToDictionary(
            file => file.Path,
            file => _still.TryGetValue(file.Path, out var before) && before.File == file ? before : (file, now),
            StringComparer.Ordinal);
        return
        [
            .. _still.Values
                .Where(file => now - file.Since >= settle)
                .OrderBy(file => file.Since).ThenBy(file => file.File.Path, StringComparer.Ordinal)
                .Select(file => file.File),
        ];
    }

    /// <summary>Returns how long until a file that does not stand still yet may; null when there is none.</summary>
    public TimeSpan? Next(TimeSpan now) => _still.Values
        .Select(file => settle - (now - file.Since))
        .Where(left => left > TimeSpan.Zero)
        .Select(left => (TimeSpan?)left)
        .Min();

    /// <summary>Counts a file's while from the next look on.</summary>
    public void Restart(SeenFile file) => _still.Remove(file.Path);
}
