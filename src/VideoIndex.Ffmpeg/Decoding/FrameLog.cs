using System.Globalization;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Reads what FFmpeg writes of each frame while it decodes: one line a frame from each branch of the filter graph, and its complaints.</summary>
/// <remarks>
/// Lines come from one thread, frames are taken by another. Only integer timestamps are read. A frame without one, or
/// one that does not come after the frame before (a spliced transport stream), is taken to follow it by one usual step.
/// </remarks>
/// <param name="startsInside">
/// Whether the decode starts inside a video: what is complained of before the first frame comes out is then about pictures
/// that lean on others from before the start. None of them is kept, and the segment before has decoded them in full.
/// </param>
internal sealed class FrameLog(bool startsInside)
{
    private const string Gray = "[" + DecodeCommand.GrayLog + " @ ";
    private const string Picture = "[" + DecodeCommand.PictureLog + " @ ";
    private const string CaptionsInFrame = "side data - A/53 closed captions";
    private readonly Queue<long?> _frames = new();
    private readonly Queue<long?> _pictures = new();
    private readonly TimestampLine _line = new();
    private int _picturesTaken;
    private bool _begun = !startsInside, _ended;

    /// <summary>Gets how many errors FFmpeg reported.</summary>
    public int Complaints { get; private set; }

    /// <summary>Gets the first of them.</summary>
    public string? FirstComplaint { get; private set; }

    /// <summary>Gets whether any frame carried closed captions (CEA-608/708 or SCTE-20).</summary>
    public bool ClosedCaptions { get; private set; }

    /// <summary>Gets whether a timestamp taken so far was not the one written, or there was none.</summary>
    public bool Repaired => _line.Repaired;

    /// <summary>Takes one line of FFmpeg's log; null says there will be no more.</summary>
    public void OnLine(string? line)
    {
        lock (_frames)
        {
            if (line is null)
            {
                _ended = true;
            }
            else if (line.StartsWith(Gray, StringComparison.Ordinal))
            {
                Enqueue(_frames, line);
                _begun |= _frames.Count > 0;
                ClosedCaptions |= line.Contains(CaptionsInFrame, StringComparison.Ordinal);
            }
            else if (line.StartsWith(Picture, StringComparison.Ordinal))
            {
                Enqueue(_pictures, line);
            }
            else if (_begun && Complaint.In(line) is { } complaint)
            {
                Complaints++;
                FirstComplaint ??= complaint;
            }

            Monitor.PulseAll(_frames);
        }
    }

    /// <summary>Returns the timestamp of the next frame, and the name of its picture if it has one. Waits for the line of the frame after.</summary>
    public (long Timestamp, string? Picture) Take()
    {
        lock (_frames)
        {
            while (_frames.Count < 2 && !_ended)
            {
                Monitor.Wait(_frames);
            }

            var written = _frames.TryDequeue(out var found) ? found : null;
            string? picture = null;
            if (_pictures.TryPeek(out var first) && first == written)
            {
                _pictures.Dequeue();
                picture = string.Create(CultureInfo.InvariantCulture, $"{++_picturesTaken:00000000}.jpg");
            }

            return (_line.Continue(written), picture);
        }
    }

    private static void Enqueue(Queue<long?> to, string line)
    {
        const string mark = " pts:";
        var at = line.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0 || !line.Contains(" n:", StringComparison.Ordinal))
        {
            return; // the filter also writes its configuration and colours
        }

        var rest = line.AsSpan(at + mark.Length).TrimStart();
        var end = rest.IndexOf(' ');
        to.Enqueue(long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timestamp)
            ? timestamp
            : null);
    }

    /// <summary>Keeps timestamps rising where a stream's own do not.</summary>
    private sealed class TimestampLine
    {
        private long? _last;
        private long _step = 1;
        private long _shift;

        public bool Repaired { get; private set; }

        public long Continue(long? written)
        {
            var timestamp = written + _shift ?? _last + _step ?? 0;
            if (timestamp <= _last)
            {
                _shift += _last.Value + _step - timestamp;
                timestamp = _last.Value + _step;
            }

            Repaired |= timestamp != written;
            _step = _last is { } last ? timestamp - last : _step;
            _last = timestamp;
            return timestamp;
        }
    }
}
