using VideoIndex.Accuracy.Logos.Drawing;
using VideoIndex.Accuracy.Logos.Scoring;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Plans what marks are on in a shot, and who passes.</summary>
internal sealed class ShotPlanner(LogoDeck deck, Random random, (IView View, Ground Clothes) view, (int Width, int Height) size, Pace pace)
{
    /// <summary>The shorter side of a mark at 1080 lines, in pixels: the logarithm is spread evenly.</summary>
    public const double Least = 12, Most = 200;

    private readonly List<Quad> _taken = [];

    public LogoShot Plan(int frames, int joint)
    {
        var (boards, shirts) = (new List<Plate>(), new List<Plate>());
        for (var at = random.Next(5, 9); at > 0; at--)
        {
            Add(boards, Content.OnBoard(deck.Deal(), random, cloth: false), frames);
        }

        for (var at = random.Next(1, 3); at > 0; at--)
        {
            AddLed(boards, frames);
        }

        for (var at = random.Next(3); at > 0; at--)
        {
            shirts.Add(Shirt(frames));
        }

        if (random.Next(2) == 0 && boards.Count > 0)
        {
            var again = boards[random.Next(boards.Count)].Shows[0].Content;
            Add(boards, again, frames);
            Add(boards, again, frames);
        }

        return new LogoShot(frames, joint, view.View)
        {
            Plates = [.. boards, .. shirts],
            Clothes = view.Clothes,
            Behind = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => Passer.Any(
                random, random.Next(size.Width), size.Height * (0.4 + (random.NextDouble() * 0.6)), Speed(40, 250), size.Height * (0.02 + (random.NextDouble() * 0.06))))],
            Before = [.. boards.Where(_ => random.Next(9) == 0).Select(board => Passing(board, frames))],
        };
    }

    private double Speed(int least, int most) => (random.Next(2) * 2 - 1) * random.Next(least, most) * size.Height / 1080.0;

    private double AnyHeight() => Math.Exp(Math.Log(Least) + (random.NextDouble() * Math.Log(Most / Least * size.Height / 1080.0)));

    private void Add(List<Plate> plates, Content content, int frames)
    {
        var (wide, high) = (content.Right - content.Left, content.Bottom - content.Top);
        var height = Math.Min(AnyHeight(), size.Width * 0.45 * Math.Min(wide, high) / wide);
        var scale = height / Math.Min(wide, high);
        Add(plates, Surface.Board, content.Texture.Width * scale, content.Texture.Height * scale, height, frames, [new Show(content, 0, frames, Entry.AtOnce, 1)]);
    }

    private void AddLed(List<Plate> plates, int frames)
    {
        const int High = 260;
        var long_ = (int)(High * (2.5 + (random.NextDouble() * 3)));
        var shows = new List<Show>();
        for (var from = 0; from < frames;)
        {
            var to = Math.Min(frames, from + (int)((1.2 + (random.NextDouble() * 2.3)) * pace.PerSecond));
            shows.Add(new Show(Content.OnBoard(deck.Deal(), long_, High, random), from, to, from == 0 ? Entry.AtOnce : (Entry)random.Next(3), 12));
            from = to;
        }

        var height = Math.Min(AnyHeight() / 0.8, size.Width * 0.6 * High / long_);
        Add(plates, Surface.Led, height * long_ / High, height, height, frames, shows);
    }

    // Somewhere in what the camera sees in the course of the shot, where nothing is yet.
    private void Add(List<Plate> plates, Surface surface, double width, double height, double mark, int frames, IReadOnlyList<Show> shows)
    {
        var ways = view.View.Ways;
        var posed = Matrix.Posed(width, height, Angle(50), Angle(25), Angle(5) + Angle(5));
        for (var attempt = 0; attempt < 40; attempt++)
        {
            var (x, y) = ways[random.Next(frames)].Back().At(random.NextDouble() * size.Width, size.Height * (0.03 + (random.NextDouble() * 0.94)));
            var place = Matrix.Move(x, y) * posed;
            var plate = new Plate(surface, width, height, [.. ways.Take(frames).Select(way => way * place)], shows, Finish.Any(random, mark)) { FramesPerSecond = pace.PerSecond };
            var corners = new Plate(surface, width, height, [place], shows, Finish.Plain).Corners(0, 0, 0, width, height).Corners;
            var box = Quad.Box(corners.Min(c => c.X) - 6, corners.Min(c => c.Y) - 6, corners.Max(c => c.X) + 6, corners.Max(c => c.Y) + 6);
            if (_taken.All(taken => taken.Shared(box) == 0))
            {
                _taken.Add(box);
                plates.Add(plate);
                return;
            }
        }

        double Angle(double most) => ((random.NextDouble() * 2) - 1) * most * Math.PI / 180;
    }

    private Plate Shirt(int frames)
    {
        var content = Content.OnBoard(deck.Deal(), random, cloth: true);
        var (wide, high) = (content.Right - content.Left, content.Bottom - content.Top);
        var height = Math.Min(AnyHeight(), size.Width * 0.25 * Math.Min(wide, high) / wide);
        var scale = height / Math.Min(wide, high);
        var (width, tall) = (content.Texture.Width * scale, content.Texture.Height * scale);
        var (x, y, speed, lean) = (size.Width * random.NextDouble(), size.Height * (0.3 + (random.NextDouble() * 0.6)), Speed(0, 120), random.NextDouble() * 0.15);
        var posed = Matrix.Posed(width, tall, (random.NextDouble() - 0.5) * 1.2, 0, 0);
        var places = view.View.Ways.Take(frames).Select((way, frame) =>
        {
            var time = frame / pace.PerSecond;
            return way * Matrix.Move(x + (speed * time), y + (tall * 0.05 * Math.Sin(time * 5 + x))) * Matrix.Turn(lean * Math.Sin(time * 2.3 + y)) * posed;
        });
        return new Plate(Surface.Shirt, width, tall, [.. places], [new Show(content, 0, frames, Entry.AtOnce, 1)], Finish.Any(random, height))
        {
            Ripple = Ripple.Any(random),
            FramesPerSecond = pace.PerSecond,
        };
    }

    // Before a board in the middle of its stay; large enough to hide most boards.
    private Passer Passing(Plate board, int frames)
    {
        var at = random.Next(frames / 4, frames * 3 / 4);
        var (x, y) = board.Place(at, board.Width / 2, board.Height / 2);
        var (speed, unit) = (Speed(200, 600), size.Height / 1080.0);
        return Passer.Any(random, x - (speed * at / pace.PerSecond), y, speed, Math.Clamp(board.Width * 0.6, 50 * unit, 260 * unit));
    }
}
