using VideoIndex.Accuracy.Logos.Scoring;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Says where every mark is in every frame of a clip: by the same maps that it was drawn by.</summary>
internal static class LogoTruth
{
    private const int Cells = 32;

    /// <summary>Returns a row for each mark in each frame that has any of it, and the appearances that follow.</summary>
    public static ClipTruth Of(LogoClip clip)
    {
        var (rows, prints, starts) = (new List<TruthRow>(), new Dictionary<string, string>(), clip.Starts);
        for (var shot = 0; shot < clip.Shots.Count; shot++)
        {
            var planned = clip.Shots[shot];
            for (var plate = 0; plate < planned.Plates.Count; plate++)
            {
                Note(clip, planned, shot, plate, starts, rows, prints);
            }
        }

        if (clip.Bug is { } bug)
        {
            for (var frame = 0; frame < clip.Frames; frame++)
            {
                Note(clip, bug, frame, "bug", (_, _) => false, (frame, clip.Cuts.Count(cut => cut <= frame), 1), rows, prints);
            }
        }

        var header = new ClipHeader(clip.Name, clip.Width, clip.Height, clip.Pace.ToString(), clip.Frames, clip.Quality, Math.Round(clip.Grain, 2), clip.Cuts, clip.Judged, ClipTruth.Rule);
        return new ClipTruth(header, [.. rows.OrderBy(row => row.Frame)], prints);
    }

    private static void Note(
        LogoClip clip, LogoShot shot, int number, int plate, IReadOnlyList<int> starts, List<TruthRow> rows, Dictionary<string, string> prints)
    {
        var joint = number + 1 < clip.Shots.Count ? clip.Shots[number + 1].JointFrames : 0;
        for (var frame = 0; frame < shot.Frames; frame++)
        {
            var (come, left) = (shot.JointFrames == 0 ? 1 : (frame + 0.5) / shot.JointFrames, shot.Frames - frame);
            var share = Math.Min(Math.Min(1, come), left <= joint ? (left - 0.5) / joint : 1);
            var (seconds, local) = (frame / clip.Pace.PerSecond, frame);
            bool Hidden(double x, double y) => shot.Before.Any(passer => passer.Hides(x, y, seconds))
                || shot.Plates.Skip(plate + 1).Any(other => other.Surface == Surface.Shirt && other.Hides(local, x, y));
            Note(clip, shot.Plates[plate], frame, $"{number}.{plate}", Hidden, (starts[number] + frame, number, share), rows, prints);
        }
    }

    private static void Note(
        LogoClip clip, Plate plate, int local, string place, Func<double, double, bool> hidden, (int Frame, int Shot, double Share) at, List<TruthRow> rows, Dictionary<string, string> prints)
    {
        foreach (var (show, along, come) in plate.Showing(local))
        {
            var (content, instance) = (show.Content, $"{place}.{plate.Shows.ToList().IndexOf(show)}");
            var (x, y) = (plate.Width / content.Texture.Width, plate.Height / content.Texture.Height);
            var (left, right) = ((content.Left * x) + along, (content.Right * x) + along);
            var quad = plate.Corners(local, left, content.Top * y, right, content.Bottom * y);
            var inside = quad.Shared(Quad.Box(0, 0, clip.Width, clip.Height)) / quad.Area;
            if (content.Logo is not { } logo || !(inside > 0))
            {
                continue;
            }

            var seen = Seen(clip, plate, local, (left, content.Top * y, right, content.Bottom * y), hidden);
            var share = come * at.Share;
            var isOn = ClipTruth.IsOnScreen(seen * share, quad.Area * seen, clip.Width * clip.Height);
            rows.Add(new TruthRow(at.Frame, instance, logo.Name, logo.Of, plate.Surface.ToString(), at.Shot, quad, seen, inside, share, isOn));
            prints[instance] = FormattableString.Invariant(
                $"{content.Version}, blur {plate.Finish.Blur:0.0}, smear {plate.Finish.Smear}, gain {plate.Finish.Gain:0.00}, opacity {plate.Finish.Opacity:0.00}, enters by {show.Entry}");
        }
    }

    // The share of its cells, each by the area it has in the picture, that lie in the picture and have nothing before them.
    private static double Seen(LogoClip clip, Plate plate, int local, (double Left, double Top, double Right, double Bottom) mark, Func<double, double, bool> hidden)
    {
        var (sum, seen) = (0.0, 0.0);
        for (var cell = 0; cell < Cells * Cells; cell++)
        {
            var u = mark.Left + ((mark.Right - mark.Left) * ((cell % Cells) + 0.5) / Cells);
            var v = mark.Top + ((mark.Bottom - mark.Top) * ((cell / Cells) + 0.5) / Cells);
            var (weight, (x, y)) = (plate.Places[local].Growth(u, v), plate.Place(local, u, v));
            sum += weight;
            seen += u >= 0 && u <= plate.Width && x >= 0 && y >= 0 && x < clip.Width && y < clip.Height && !hidden(x, y) ? weight : 0;
        }

        return seen / sum;
    }
}
