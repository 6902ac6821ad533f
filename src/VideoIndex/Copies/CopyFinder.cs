using System.Globalization;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Pictures.Matching;
using VideoIndex.Copies.Sounds;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Copies;

/// <summary>Finds what one video, or a stretch of it, shares with others. Made once for a video, and then asked of each of the others; not for two threads at once.</summary>
public sealed class CopyFinder
{
    private readonly FrameEvidence? _evidence;
    private readonly SoundPrint _sound;
    private readonly PictureSearch? _pictures;
    private readonly SoundSearch _sounds;

    /// <summary>Makes ready to look for a stretch of a video.</summary>
    /// <param name="evidence">The video's frames; null for one without pictures.</param>
    /// <param name="sound">The print of its sound.</param>
    /// <param name="span">Which stretch; null for the whole.</param>
    /// <param name="options">How alike is the same.</param>
    public CopyFinder(FrameEvidence? evidence, SoundPrint sound, MediaSpan? span, CopyOptions options)
    {
        ArgumentNullException.ThrowIfNull(sound);
        (_evidence, _sound) = (evidence, sound);
        if (evidence is not null && Reel.Of(evidence) is { } reel)
        {
            _pictures = new PictureSearch(reel, span is { } from ? Tick(from.Start) : int.MinValue, span is { } until ? Tick(until.End) : int.MaxValue, options);
        }

        var (first, end) = span is { } asked ? (sound.FirstFrom(asked.Start), sound.FirstFrom(asked.End)) : (0, sound.Count);
        _sounds = new SoundSearch(sound, first, end, options);
    }

    /// <summary>Returns whether a closer look at another video's frames is worth its while: whether any of its pictures seem the same.</summary>
    public bool IsPromising(VideoPrints other) => _pictures?.Seeds(other.Pictures) is [_, ..];

    /// <summary>Returns what another video shares with this one: the same pictures first, then what sounds the same and looks different.</summary>
    /// <param name="other">The other video's prints.</param>
    /// <param name="evidence">Its frames; null where a look at them is not worth its while, or there are none.</param>
    public IReadOnlyList<CopyMatch> In(VideoPrints other, FrameEvidence? evidence)
    {
        ArgumentNullException.ThrowIfNull(other);
        var seen = evidence is not null && _pictures is { } pictures && Reel.Of(evidence) is { } reel
            ? pictures.Follow(reel, pictures.Seeds(other.Pictures)).Select(match => Told(other, evidence, match)).ToList()
            : [];
        var heard = _sounds.In(other.Sound).Select(match => Told(other, match)).Where(sound => !seen.Exists(picture => picture.Here.Overlaps(sound.Here)));
        return [.. seen, .. heard];
    }

    /// <summary>Returns the moment of a tick, inside a video.</summary>
    internal static MediaTime TimeOf(int tick, FrameEvidence evidence)
    {
        var time = new MediaTime(new Rational(tick, Reel.TicksPerSecond));
        return time < evidence.TimeOf(0) ? evidence.TimeOf(0) : time > evidence.End ? evidence.End : time;
    }

    /// <summary>Says how well two stretches agree, as a sentence.</summary>
    internal static string How(PictureMatch match) => string.Create(
        CultureInfo.InvariantCulture,
        $"{match.Agreement.Windows} half seconds compared: the pictures agree to {match.Agreement.Look / 1000.0:0.00} of 1, their changes to {match.Agreement.Change / 1000.0:0.00}, and a second or more away to {(match.Agreement.Change - match.Lead) / 1000.0:0.00} at best.");

    private CopyMatch Told(VideoPrints other, FrameEvidence theirs, PictureMatch match)
    {
        var here = new MediaSpan(TimeOf(match.First.Here, _evidence!), TimeOf(match.End.Here, _evidence!));
        var there = new MediaSpan(TimeOf(match.First.There, theirs), TimeOf(match.End.There, theirs));
        return new CopyMatch(CopyKind.Pictures, other.Video, here, there, Math.Max(0, match.Agreement.Change / 10), How(match))
        {
            Mirrored = match.Mirrored,
            Speed = match.Speed,
        };
    }

    private CopyMatch Told(VideoPrints other, SoundMatch match)
    {
        var here = new MediaSpan(_sound.TimeOf(match.Here), _sound.TimeOf(match.Here + match.Length));
        var there = new MediaSpan(other.Sound.TimeOf(match.There), other.Sound.TimeOf(match.There + match.Length));
        var how = string.Create(
            CultureInfo.InvariantCulture, $"{match.Length} words of the sound's print compared: {match.Wrong / 10.0:0.0} % of their bits differ, where 50 % is chance.");
        return new CopyMatch(CopyKind.Sound, other.Video, here, there, Math.Max(0, 100 - match.Wrong / 5), how);
    }

    private static int Tick(MediaTime time) => (int)(time.Seconds * new Rational(Reel.TicksPerSecond, 1)).Round();
}
