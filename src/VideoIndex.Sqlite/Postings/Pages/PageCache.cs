using System.Collections.Concurrent;

namespace VideoIndex.Sqlite.Postings.Pages;

/// <summary>Keeps what was read last, up to a number of bytes. What is in a segment never changes, so nothing in here grows old.</summary>
/// <remarks>Two halves: what is asked for moves to the young one; when that is full, the old one is let go, and the young one is the old.</remarks>
internal sealed class PageCache(long mostBytes)
{
    private readonly Lock _turning = new();
    private ConcurrentDictionary<(long Stamp, long Place), object> _young = new();
    private ConcurrentDictionary<(long Stamp, long Place), object> _old = new();
    private long _bytes;

    /// <summary>Returns what is kept of a place in a segment; null for nothing.</summary>
    public T? Find<T>(long stamp, long place)
        where T : class
    {
        if (_young.TryGetValue((stamp, place), out var found))
        {
            return found as T;
        }

        if (_old.TryGetValue((stamp, place), out found) && found is T kept)
        {
            Keep(stamp, place, kept, kept is byte[] page ? page.Length : (kept as Stretches)?.Bytes ?? 0);
            return kept;
        }

        return null;
    }

    /// <summary>Keeps something.</summary>
    public void Keep(long stamp, long place, object kept, int bytes)
    {
        _young[(stamp, place)] = kept;
        if (Interlocked.Add(ref _bytes, bytes) > mostBytes / 2)
        {
            lock (_turning)
            {
                if (_bytes > mostBytes / 2)
                {
                    (_old, _young, _bytes) = (_young, new(), 0);
                }
            }
        }
    }
}
