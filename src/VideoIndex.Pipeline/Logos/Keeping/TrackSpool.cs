using System.Runtime.InteropServices;
using VideoIndex.Logos.Evidence;

namespace VideoIndex.Pipeline.Logos.Keeping;

/// <summary>The tracks of a video on disk, as they ended. Of more than there is room for, those worth most are handed on.</summary>
/// <param name="stream">28 bytes each; read several times.</param>
internal sealed class TrackSpool(Stream stream)
{
    private const int AtOnce = 4096;

    // Worth more than this is kept; of what is worth just this, so many of so many.
    private int _line = -1;
    private long _room, _onLine;

    /// <summary>Adds tracks.</summary>
    public void Add(IReadOnlyList<FeatureTrack> tracks) => stream.Write(MemoryMarshal.AsBytes<FeatureTrack>(tracks as FeatureTrack[] ?? [.. tracks]));

    /// <summary>Leaves out what is worth least, where there are more than so many.</summary>
    public void Thin(long most)
    {
        if (stream.Length / FeatureTrack.Bytes <= most)
        {
            return;
        }

        var counts = new long[FeatureTrack.MostWorth + 1];
        foreach (var track in All())
        {
            counts[track.Worth]++;
        }

        (_line, _room) = (FeatureTrack.MostWorth, most);
        while (_room >= counts[_line])
        {
            _room -= counts[_line--];
        }

        _onLine = counts[_line];
    }

    /// <summary>Returns the tracks that are kept, in the order they ended; of those that are worth the same and not all find room, some of all parts.</summary>
    public IEnumerable<FeatureTrack> Tracks()
    {
        var at = 0L;
        foreach (var track in All())
        {
            if (track.Worth > _line || (track.Worth == _line && (at + 1) * _room / _onLine > at++ * _room / _onLine))
            {
                yield return track;
            }
        }
    }

    private IEnumerable<FeatureTrack> All()
    {
        stream.Position = 0;
        var buffer = new FeatureTrack[AtOnce];
        for (var left = stream.Length / FeatureTrack.Bytes; left > 0;)
        {
            var count = (int)Math.Min(left, buffer.Length);
            stream.ReadExactly(MemoryMarshal.AsBytes(buffer.AsSpan(0, count)));
            for (var at = 0; at < count; at++)
            {
                yield return buffer[at];
            }

            left -= count;
        }
    }
}
