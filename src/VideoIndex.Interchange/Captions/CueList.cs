using System.Globalization;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>Collects the cues of one file and keeps count of those left out.</summary>
/// <remarks>Cues that overlap are all kept: two people may speak at once, and every word is to be found.</remarks>
internal sealed class CueList
{
    private static readonly MediaTime Unbelievable = new(new Rational(1_000 * 3_600, 1)); // a thousand hours

    private readonly List<Utterance> _cues = [];
    private int _backwards;
    private int _unreadable;

    public void Add(MediaTime start, MediaTime end, string text)
    {
        if (start > Unbelievable || end > Unbelievable)
        {
            _unreadable++;
        }
        else if (end <= start)
        {
            _backwards++;
        }
        else if (text.Length > 0)
        {
            _cues.Add(new Utterance(new MediaSpan(start, end), text));
        }
    }

    public void AddUnreadable() => _unreadable++;

    public CaptionFile ToFile()
    {
        var complaints = new List<string>();
        Complain(complaints, _unreadable, "has times that could not be read", "have times that could not be read");
        Complain(complaints, _backwards, "ends no later than it starts", "end no later than they start");
        var inOrder = _cues.OrderBy(cue => cue.Span.Start).ThenBy(cue => cue.Span.End).Distinct();
        return new CaptionFile([.. inOrder], complaints);
    }

    private static void Complain(List<string> complaints, int count, string one, string many)
    {
        if (count > 0)
        {
            complaints.Add(count == 1
                ? $"1 cue {one}; it was left out."
                : string.Create(CultureInfo.InvariantCulture, $"{count} cues {many}; they were left out."));
        }
    }
}
