using VideoIndex.Looks;

namespace VideoIndex.Media;

/// <summary>Reads what a container says of itself.</summary>
/// <remarks>A file that is refused throws <see cref="MediaRefusedException"/>; nothing else is thrown on purpose.</remarks>
public interface IMediaProber
{
    /// <summary>Probes one file. Opens nothing but that file.</summary>
    Task<MediaProbe> ProbeAsync(string path, CancellationToken cancellationToken);
}

/// <summary>Lists the coded pictures of a file without decoding any.</summary>
public interface IMediaDemuxer
{
    /// <summary>Lists the pictures of the first of the probe's picture tracks.</summary>
    /// <param name="path">The file.</param>
    /// <param name="probe">What its container says.</param>
    /// <param name="onListed">Is told now and then how many are listed so far: a large file takes a while to read.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>
    /// Null where the container does not say when each is shown, says it twice or starts its clock anew, and where the file
    /// cannot be read to its end: such a video is decoded whole.
    /// </returns>
    Task<PictureTimeline?> ListPicturesAsync(string path, MediaProbe probe, Action<long> onListed, CancellationToken cancellationToken);
}

/// <summary>Decodes pictures, each once.</summary>
public interface IMediaDecoder
{
    /// <summary>
    /// Decodes a segment of the first of the probe's picture tracks and hands every frame, in presentation order, to
    /// <paramref name="sink"/>: those it owns and those it runs on to. Pictures large enough to show people are written to
    /// the order's folder: of the first frame, and of every frame that is the first in its half second (see
    /// <see cref="PictureGrid"/>); the sink is told of each with the gray form of the same frame.
    /// </summary>
    /// <exception cref="MediaRefusedException">No frame could be decoded, or the decoder had to be stopped.</exception>
    Task<DecodeReport> DecodeAsync(DecodeOrder order, IFrameSink sink, CancellationToken cancellationToken);

    /// <summary>
    /// Decodes the first audio track, to learn how much of it can be heard and what it is recognised by; and in the same pass every track that is to be
    /// kept, to be listened to.
    /// </summary>
    /// <exception cref="MediaRefusedException">Nothing could be decoded, or the decoder had to be stopped.</exception>
    Task<SoundReport> MeasureSoundAsync(SoundOrder order, CancellationToken cancellationToken);
}

/// <summary>How much sound could be decoded.</summary>
/// <param name="Length">The length of the decoded sound.</param>
/// <param name="Complaints">How many errors the decoder reported on the way.</param>
public sealed record SoundReport(Timing.MediaDuration Length, int Complaints)
{
    /// <summary>Gets the words of the sound's print, as <see cref="Copies.Sounds.SoundPrint"/> has them; empty where none was made.</summary>
    public ReadOnlyMemory<byte> Print { get; init; }

    /// <summary>Gets why no print was made, as one sentence; null where one was.</summary>
    public string? Unprinted { get; init; }

    /// <summary>Gets the tracks that were kept, in the order they were asked for; those of which nothing could be decoded are absent.</summary>
    public IReadOnlyList<KeptSound> Kept { get; init; } = [];
}

/// <summary>Takes the frames of one decode.</summary>
public interface IFrameSink
{
    /// <summary>Takes one frame. The pixels are gone when the call returns.</summary>
    void OnFrame(in GrayFrame frame);
}

/// <summary>One decoded frame, reduced to 320 x 180 luma (full range, 0 black to 255 white, rows top to bottom).</summary>
/// <remarks>The picture is squeezed to that size whatever its own shape.</remarks>
public readonly ref struct GrayFrame(long timestamp, ReadOnlySpan<byte> pixels, string? picture)
{
    /// <summary>The width of every gray frame, in pixels.</summary>
    public const int Width = 320;

    /// <summary>The height of every gray frame, in pixels.</summary>
    public const int Height = 180;

    /// <summary>The number of bytes in every gray frame.</summary>
    public const int Size = Width * Height;

    /// <summary>Gets the presentation timestamp, in units of the picture stream's time base.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>Gets the pixels, <see cref="Size"/> of them.</summary>
    public ReadOnlySpan<byte> Pixels { get; } = pixels;

    /// <summary>Gets the name, inside the pictures folder, of this same frame's picture for people; null for most frames.</summary>
    /// <remarks>The file may not be complete before the decode has ended; deleting it earlier is allowed.</remarks>
    public string? Picture { get; } = picture;

    /// <summary>Gets this same frame large enough to read; empty for most frames.</summary>
    public LookPicture Look { get; init; }
}

/// <summary>How a decode went.</summary>
/// <param name="Frames">How many frames came out.</param>
/// <param name="Complaints">How many errors the decoder reported on the way; it went on after each.</param>
/// <param name="FirstComplaint">The first error, in the decoder's own words, on one line; null when there was none.</param>
/// <param name="ClosedCaptions">Whether any frame carried closed captions.</param>
/// <param name="Repaired">Whether a frame's timestamp was missing or out of order and had to be made up from those before it.</param>
public sealed record DecodeReport(
    long Frames, int Complaints, string? FirstComplaint, bool ClosedCaptions = false, bool Repaired = false);

/// <summary>What to decode.</summary>
/// <param name="Path">The file.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Segment">Which stretch of it.</param>
/// <param name="PicturesFolder">Where pictures for people are written; empty, and for this decode alone.</param>
/// <param name="SyncFramesOnly">Whether only sync frames are decoded: a quick look at the whole.</param>
public sealed record DecodeOrder(string Path, MediaProbe Probe, Segment Segment, string PicturesFolder, bool SyncFramesOnly = false);

/// <summary>Which frames get a picture for people: the first of a video, and the first in each half second of the container's clock.</summary>
/// <remarks>
/// It depends on nothing but a frame and the one before it, so the pictures are the same however a video is cut into
/// segments. The arithmetic is that of FFmpeg's <c>select</c> filter, in doubles, so that both sides agree on every frame.
/// </remarks>
public static class PictureGrid
{
    /// <summary>Returns whether a frame is the first of its half second.</summary>
    /// <param name="before">The timestamp of the frame before it.</param>
    /// <param name="timestamp">Its own.</param>
    /// <param name="timeBase">The unit both count in, in seconds.</param>
    public static bool IsFirst(long before, long timestamp, Timing.Rational timeBase) =>
        HalfSecond(timestamp, timeBase) > HalfSecond(before, timeBase);

    private static double HalfSecond(long timestamp, Timing.Rational timeBase) =>
        Math.Floor(2 * (timestamp * (timeBase.Numerator / (double)timeBase.Denominator)));
}
