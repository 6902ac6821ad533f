using VideoIndex.Accuracy.Text.Planting;

namespace VideoIndex.Accuracy.Text;

/// <summary>What became of a planted line at a look.</summary>
internal sealed record SeenLine(Planted Line, int Frame, bool Found);

/// <summary>By how many frames a start or an end was told too late.</summary>
internal sealed record TimeError(Planted Line, bool End, int Frames);

/// <summary>Compares what was spotted in a clip with what was planted.</summary>
internal sealed class SpotMarks
{
    // A line is found where this much of it is covered; a sighting is false where less than this much of it is of a line.
    private const double Covered = 0.8, False = 0.25;

    public List<SeenLine> Lines { get; } = [];

    public List<TimeError> Times { get; } = [];

    public List<double> Milliseconds { get; } = [];

    /// <summary>Gets the looks of clips without words, what was spotted in those, what else is false, and the crops' pixels.</summary>
    public (int EmptyLooks, int FalseInEmpty, int Looks, int FalseBeside, int Sightings, int Kept, long CropPixels) Counts { get; private set; }

    /// <summary>Adds a clip, given what each look at it saw.</summary>
    public void Add(TextSample sample, IReadOnlyList<LookReader.Taken> looks)
    {
        foreach (var look in looks)
        {
            Milliseconds.Add(look.Milliseconds);
            Mark(sample, look);
        }

        for (var line = 0; line < sample.Clip.Lines.Count; line++)
        {
            if (sample.Clip.Lines[line].Pace == Pace.Still)
            {
                MarkTimes(sample, line, looks);
            }
        }
    }

    private void Mark(TextSample sample, LookReader.Taken look)
    {
        var sighted = look.Spotted.Look.Sightings.Select(Tilted.Of).ToList();
        var places = new List<Tilted>();
        for (var line = 0; line < sample.Clip.Lines.Count; line++)
        {
            var (planted, place) = (sample.Clip.Lines[line], sample.Truth.Place(line, look.Frame));
            if (planted.Opacity(look.Frame) == 0 || !Whole(place))
            {
                if (planted.Opacity(look.Frame) > 0)
                {
                    places.Add(place with { Height = place.Height * 1.5 });
                }

                continue;
            }

            places.Add(place with { Height = place.Height * 1.5, Width = place.Width + place.Height });
            if (planted.Opacity(look.Frame) > 0.7)
            {
                Lines.Add(new SeenLine(planted, look.Frame, place.Within(sighted) >= Covered));
            }
        }

        var wrong = sighted.Count(sighting => sighting.Within(places) < False);
        var (empty, counts, crops) = (sample.Clip.Lines.Count == 0, Counts, look.Spotted.Crops);
        Counts = (counts.EmptyLooks + (empty ? 1 : 0), counts.FalseInEmpty + (empty ? wrong : 0), counts.Looks + (empty ? 0 : 1),
            counts.FalseBeside + (empty ? 0 : wrong), counts.Sightings + sighted.Count, counts.Kept + crops.Count(crop => crop is not null),
            counts.CropPixels + crops.Sum(crop => crop?.Pixels.Length ?? 0));
    }

    private static bool Whole(Tilted place) =>
        place.X - place.Width / 2 > 4 && place.X + place.Width / 2 < TextClip.Width - 4 && place.Y - place.Height > 4 && place.Y + place.Height < TextClip.Height - 4;

    private void MarkTimes(TextSample sample, int at, IReadOnlyList<LookReader.Taken> looks)
    {
        var line = sample.Clip.Lines[at];
        var found = Enumerable.Range(0, looks.Count).Where(look => Covering(sample, at, looks[look]) >= 0).ToList();
        if (found.Count == 0)
        {
            return;
        }

        if (line.From > 0)
        {
            var first = looks[found[0]];
            Times.Add(new TimeError(line, false, (int)first.Spotted.Look.Sightings[Covering(sample, at, first)].Since - (line.From + (line.Fade - 1) / 2)));
        }

        if (line.To < TextClip.Frames && found[^1] + 1 < looks.Count)
        {
            var (last, next) = (Covering(sample, at, looks[found[^1]]), looks[found[^1] + 1]);
            var until = next.Spotted.Look.Ends.Where(end => end.Before == last).Select(end => end.Until).FirstOrDefault(next.Frame);
            Times.Add(new TimeError(line, true, (int)until - (line.To - line.Fade / 2)));
        }
    }

    // The sighting that has most of the line's middle, if it has half of the line and the line shows.
    private static int Covering(TextSample sample, int at, LookReader.Taken look)
    {
        if (sample.Clip.Lines[at].Opacity(look.Frame) == 0)
        {
            return -1;
        }

        var place = sample.Truth.Place(at, look.Frame);
        var shares = look.Spotted.Look.Sightings.Select(sighting => place.Within([Tilted.Of(sighting)])).ToList();
        return shares.Count > 0 && shares.Max() >= 0.5 ? shares.IndexOf(shares.Max()) : -1;
    }
}
