using System.Buffers.Text;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Demuxing;

/// <summary>Reads ffprobe's listing of packets as it comes: <c>1024,609574,K_</c>, a timestamp, a size and flags.</summary>
internal sealed class PictureListing
{
    // A day at 60 frames a second. A file with more is not cut: the listing would fill the memory.
    private const int MostPictures = 24 * 3600 * 60;

    // Coded order and shown order differ by the pictures a decoder holds back, 16 at most, twice that for fields.
    private const int FarthestReordered = 64;

    private readonly List<(long Timestamp, int Bytes, int Place, bool Sync)> _pictures = [];
    private bool _untimed;

    /// <summary>Reads to the end.</summary>
    /// <param name="output">What ffprobe writes.</param>
    /// <param name="onListed">Is told how many pictures there are so far.</param>
    public void Read(Stream output, Action<long> onListed)
    {
        var buffer = new byte[64 * 1024];
        var (filled, read) = (0, 0);
        while ((read = output.Read(buffer, filled, buffer.Length - filled)) > 0)
        {
            filled += read;
            var left = Lines(buffer.AsSpan(0, filled));
            _untimed |= left == buffer.Length; // no line is that long
            buffer.AsSpan(filled - left, left).CopyTo(buffer);
            filled = _untimed ? 0 : left;
            onListed(_pictures.Count);
        }
    }

    /// <summary>Returns the pictures that are shown, in the order of their times; null where that order is not certain.</summary>
    public PictureTimeline? Timeline()
    {
        _pictures.Sort((one, other) => one.Timestamp.CompareTo(other.Timestamp));
        return _untimed || !IsCertain() || _pictures is [] or { Count: > MostPictures }
            ? null
            : new PictureTimeline(
                [.. _pictures.Select(picture => picture.Timestamp)],
                [.. Enumerable.Range(0, _pictures.Count).Where(place => _pictures[place].Sync)],
                [.. _pictures.Select(picture => picture.Bytes)]);
    }

    // Two pictures at once, or one far from its place among those coded around it: the clock was set back, as in a spliced stream.
    private bool IsCertain()
    {
        for (var place = 0; place < _pictures.Count; place++)
        {
            var picture = _pictures[place];
            if (Math.Abs(picture.Place - place) > FarthestReordered || (place > 0 && picture.Timestamp == _pictures[place - 1].Timestamp))
            {
                return false;
            }
        }

        return true;
    }

    // Returns how many bytes of an unfinished line are left at the end.
    private int Lines(ReadOnlySpan<byte> bytes)
    {
        int end;
        while ((end = bytes.IndexOf((byte)'\n')) >= 0)
        {
            Take(bytes[..end]);
            bytes = bytes[(end + 1)..];
        }

        return bytes.Length;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || _untimed || _pictures.Count > MostPictures)
        {
            return;
        }

        var timestamp = Field(ref line);
        var size = Field(ref line);
        var flags = line;
        if (!Utf8Parser.TryParse(timestamp, out long shown, out _) || !Utf8Parser.TryParse(size, out int bytes, out _))
        {
            _untimed = true;
            return;
        }

        if (flags.IndexOf((byte)'D') < 0) // an edit list keeps it from being shown
        {
            _pictures.Add((shown, bytes, _pictures.Count, flags.IndexOf((byte)'K') >= 0));
        }
    }

    private static ReadOnlySpan<byte> Field(ref ReadOnlySpan<byte> line)
    {
        var end = line.IndexOf((byte)',');
        var field = end < 0 ? line : line[..end];
        line = end < 0 ? [] : line[(end + 1)..];
        return field;
    }
}
