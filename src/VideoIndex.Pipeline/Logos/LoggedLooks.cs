using VideoIndex.Logos.Evidence;
using VideoIndex.Pipeline.Frames;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Reads what the decodes of a video logged of its looks, in the order of the video.</summary>
internal static class LoggedLooks
{
    /// <summary>Returns the place of each look, whether it was compared with the one before, and what it adds. Looks nobody logged are left out.</summary>
    /// <param name="run">The folder of the run's work folders.</param>
    /// <param name="sources">Which decode each look was seen in.</param>
    public static IEnumerable<(int At, bool Follows, LookFeatures Look)> Of(string run, IReadOnlyList<LookSource> sources)
    {
        var open = new Dictionary<string, Log>();
        try
        {
            for (var at = 0; at < sources.Count; at++)
            {
                var (folder, place) = sources[at];
                if (!open.TryGetValue(folder, out var log))
                {
                    open.Add(folder, log = new Log(Path.Combine(run, folder)));
                }

                if (log.At(place) is { } look)
                {
                    yield return (at, Follows: place > 0, look);
                }
            }
        }
        finally
        {
            foreach (var log in open.Values)
            {
                log.Dispose();
            }
        }
    }

    // Read once from its beginning: what is taken of it lies in order.
    private sealed class Log(string folder) : IDisposable
    {
        private readonly IEnumerator<LookFeatures> _looks = FeatureLog.Read(folder).GetEnumerator();
        private int _read;

        public LookFeatures? At(int place)
        {
            while (_read <= place)
            {
                if (!_looks.MoveNext())
                {
                    return null;
                }

                _read++;
            }

            return _looks.Current;
        }

        public void Dispose() => _looks.Dispose();
    }
}
