namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>Draws videos and moments by a seed. Frames are drawn first, and times made of them.</summary>
internal sealed class Draws(int seed)
{
    public const int MomentsEach = 25;

    private readonly Random _random = new(seed);

    /// <summary>Draws a sheet of one video; which rate, timecode and container goes by the seed, so that every kind comes up equally often.</summary>
    /// <param name="apart">Whether no two of its moments are to share a frame, and each is to have a name of its own, for formats that say one thing at a time.</param>
    public DrawnSheet Sheet(bool apart = false)
    {
        var rate = DrawnRate.All[seed % DrawnRate.All.Count];
        var video = Video(rate, seed / DrawnRate.All.Count % 6);
        if (apart)
        {
            return new DrawnSheet([(video, Apart(video))]);
        }

        return Ruled(new DrawnSheet([(video, Moments(video, 0))]));
    }

    /// <summary>Draws a sheet of several videos of unlike rates.</summary>
    public DrawnSheet Several()
    {
        List<(DrawnVideo, IReadOnlyList<DrawnMoment>)> videos = [];
        for (var number = 0; number < 3; number++)
        {
            var video = Video(DrawnRate.All[_random.Next(DrawnRate.All.Count)], _random.Next(6)) with { Name = $"take{number}.mov" };
            videos.Add((video, Moments(video, number)));
        }

        return new DrawnSheet(videos);
    }

    private DrawnSheet Ruled(DrawnSheet sheet)
    {
        var handles = _random.Next(4) switch
        {
            0 => (_random.Next(1, 40), true),
            1 => (new Fraction(_random.Next(1, 3000), 1000), false),
            _ => ((Fraction)0, false),
        };
        (Fraction, bool)? gap = _random.Next(3) switch { 0 => (_random.Next(0, 60), true), 1 => (new Fraction(_random.Next(0, 8), 4), false), _ => null };
        var running = _random.Next(3) == 0;
        return sheet with { Handles = handles, Gap = gap, Running = running, Start = running && _random.Next(2) == 0 ? _random.NextInt64(sheet.Videos[0].Video.Rate.Labels.Day) : null };
    }

    // How the timecode lies: none, from zero, past an hour, anywhere, over midnight, counting half as fast as the pictures.
    private DrawnVideo Video(DrawnRate rate, int kind)
    {
        var frames = _random.Next(1, 20_000);
        var from = _random.Next(3) switch { 0 => new Fraction(_random.Next(1, 3000), 1000), 1 => new Fraction(_random.Next(1, 90_000), 90_000), _ => (Fraction)0 };
        var labels = rate.Labels;
        long? label = kind switch
        {
            0 => null,
            1 => 0,
            2 => labels.FrameOf(labels.Drop ? "10:00:00;00" : "10:00:00:00"),
            3 => _random.NextInt64(labels.Day),
            4 => labels.Day - _random.Next(1, frames + 1),
            _ => _random.NextInt64(labels.Day / 2) * 2,
        };
        (string, int)? otherwise = kind == 5 && labels.Count % 2 == 0 && labels.Count > 48 ? (new LabelRule(labels.Count / 2, labels.Drop).Of(label!.Value / 2), rate.Top / 2) : null;
        return new DrawnVideo("take.mov", rate, frames, from, _random.Next(3) == 0, label) { Otherwise = otherwise };
    }

    private List<DrawnMoment> Moments(DrawnVideo video, int of)
    {
        List<DrawnMoment> moments = [Moment(video, $"v{of}m0", 0, video.Frames)];
        while (moments.Count < MomentsEach)
        {
            var first = _random.NextInt64(video.Frames);
            var longest = _random.Next(3) switch { 0 => 1, 1 => 40, _ => video.Frames };
            var until = Math.Min(video.Frames, first + 1 + _random.NextInt64(longest));
            // One in five bears a name that others bear.
            moments.Add(Moment(video, _random.Next(5) == 0 ? $"v{of}again" : $"v{of}m{moments.Count}", first, until));
        }

        return moments;
    }

    private List<DrawnMoment> Apart(DrawnVideo video)
    {
        var borders = Enumerable.Range(0, 2 * MomentsEach).Select(_ => _random.NextInt64(video.Frames + 1)).Distinct().Order().ToList();
        return [.. borders.Zip(borders.Skip(1)).Where(_ => _random.Next(2) == 0).Select((frames, at) => Moment(video, $"v0m{at}", frames.First, frames.Second))];
    }

    private DrawnMoment Moment(DrawnVideo video, string name, long first, long until)
    {
        var (start, end) = (video.StartOf(first), video.StartOf(until));
        var eighth = video.Rate.Frame * new Fraction(1, 8);
        switch (_random.Next(4))
        {
            case 0: // inside the first frame, up to the next frame's start
                start += eighth * _random.Next(0, 6);
                break;
            case 1: // up to somewhere inside the last
                end = video.StartOf(until - 1) + eighth * _random.Next(2, 8);
                break;
            case 2: // a sliver of each
                start += eighth * _random.Next(0, 3);
                end = video.StartOf(until - 1) + eighth * _random.Next(4, 7);
                break;
        }

        return new DrawnMoment(name, first, until, start, Fraction.Max(start, end));
    }
}
