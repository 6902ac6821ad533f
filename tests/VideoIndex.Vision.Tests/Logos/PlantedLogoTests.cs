using VideoIndex.Accuracy.Logos.Drawing;
using VideoIndex.Accuracy.Logos.Marks;
using VideoIndex.Accuracy.Logos.Planting;
using VideoIndex.Accuracy.Logos.Scoring;
using VideoIndex.Accuracy.Logos.Sets;

namespace VideoIndex.Vision.Tests.Logos;

public sealed class PlantedLogoTests
{
    private static readonly Pace Pace = new(25, 1);

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(50, 20, -5, false)]
    [InlineData(-40, -25, 8, false)]
    [InlineData(15, 0, 0, true)]
    public void The_corners_lead_back_to_what_was_painted(double yaw, double pitch, double roll, bool warps)
    {
        var (logo, width, height) = (Word("KRAVOL"), 500.0, 260.0);
        var content = Content.OnBoard(logo, 500, 260, new Random(3));
        var posed = Matrix.Move(640, 360) * Matrix.Posed(width, height, yaw * Math.PI / 180, pitch * Math.PI / 180, roll * Math.PI / 180);
        var plate = new Plate(Surface.Board, width, height, [posed, posed], [new Show(content, 0, 2, Entry.AtOnce, 1)], Finish.Plain)
        {
            Ripple = warps ? new Ripple(0.006, 0.6, 2, 1) : null,
        };
        var clip = Clip(plate, []);
        var row = LogoTruth.Of(clip).Rows.First(row => row.Frame == 1);
        Frame? drawn = null;
        new LogoComposer(clip).Draw(frame => drawn = frame);

        var likeness = Likeness(drawn!, row.Quad, content);
        Assert.True(likeness > (warps ? 0.8 : 0.9), $"{likeness:0.000}"); // four corners do not say how cloth warps between them
        var off = new Quad(Aside(row.Quad.A), Aside(row.Quad.B), Aside(row.Quad.C), Aside(row.Quad.D));
        Assert.True(Likeness(drawn!, off, content) < 0.75, "Corners eight pixels aside lead back just as well: the measure says nothing.");

        static (double X, double Y) Aside((double X, double Y) corner) => (corner.X + 8, corner.Y + 8);
    }

    [Fact]
    public void Whoever_stands_before_half_of_a_mark_leaves_half_of_it()
    {
        var content = Content.OnBoard(Word("TIM"), 400, 200, new Random(3));
        var plate = new Plate(Surface.Board, 400, 200, [.. Enumerable.Repeat(Matrix.Move(400, 300), 2)], [new Show(content, 0, 2, Entry.AtOnce, 1)], Finish.Plain);
        // A body so large that its side is straight, in the middle of the mark.
        var rows = LogoTruth.Of(Clip(plate, [new Passer(-99_400, 400, 0, 0, 100_000, 1, 0, 0)])).Rows;
        Assert.All(rows, row => Assert.Equal(0.5, row.Visible, 2));
        Assert.All(rows, row => Assert.Equal(1, row.InFrame, 9));
    }

    [Fact]
    public void A_mark_half_out_of_the_picture_is_half_in_it()
    {
        var content = Content.OnBoard(Word("TIM"), 400, 200, new Random(3));
        var plate = new Plate(Surface.Board, 400, 200, [.. Enumerable.Repeat(Matrix.Move(-200, 300), 2)], [new Show(content, 0, 2, Entry.AtOnce, 1)], Finish.Plain);
        var row = LogoTruth.Of(Clip(plate, [])).Rows[0];
        Assert.Equal(0.5, row.InFrame, 2);
        Assert.Equal(row.InFrame, row.Visible, 2);
    }

    [Fact]
    public void A_mark_belongs_to_one_part_and_is_the_same_whenever_it_is_drawn()
    {
        var names = Enumerable.Range(0, 3000).Select(LogoParts.NameOf).ToList();
        var counts = names.CountBy(LogoParts.Of).ToDictionary();
        Assert.InRange(counts[LogoPart.Train], 1400, 1600);
        Assert.InRange(counts[LogoPart.Dev], 500, 700);
        Assert.InRange(counts[LogoPart.Test], 800, 1000);
        var own = names.Select(name => Design.Of(LogoParts.SeedOf(name))).First(design => design is { Layout: Layout.Full, Face.File: null });
        Assert.Equal(own.Draw().Pixels, own.Draw().Pixels);
    }

    private static Logo Word(string word)
    {
        var face = new Typeface(null, 0.8, 0.15, 1, 2.4, 0, 0.1);
        return new Logo(word, LogoRole.Placed, Lettering.Set(word, face, Ink.Black), "word", null);
    }

    private static LogoClip Clip(Plate plate, IReadOnlyList<Passer> before)
    {
        var ground = new Ground(["smooth"], new Random(1));
        var shot = new LogoShot(2, 0, new PaintedView(ground, [Matrix.One, Matrix.One], 1)) { Plates = [plate], Behind = [], Before = before, Clothes = ground };
        return new LogoClip("clip", 1, 1280, 720, Pace, 23, 0, [shot], null);
    }

    // The correlation of luma between the mark as it was to be painted and the picture where its corners say it is.
    private static double Likeness(Frame frame, Quad quad, Content content)
    {
        var way = Square(quad);
        var (a, b) = (new List<double>(), new List<double>());
        for (var at = 0; at < 100 * 100; at++)
        {
            var (u, v) = ((at % 100 + 0.5) / 100, (at / 100 + 0.5) / 100);
            var (x, y) = way.At(u, v);
            a.Add(frame.Luma[Math.Clamp((int)y, 0, 719) * 1280 + Math.Clamp((int)x, 0, 1279)]);
            b.Add(content.Texture.At(content.Left + (u * (content.Right - content.Left)), content.Top + (v * (content.Bottom - content.Top)), 0).X);
        }

        var (meanA, meanB) = (a.Average(), b.Average());
        var both = a.Zip(b, (one, other) => (one - meanA) * (other - meanB)).Sum();
        return both / Math.Sqrt(a.Sum(one => (one - meanA) * (one - meanA)) * b.Sum(one => (one - meanB) * (one - meanB)));
    }

    // The way from the unit square to a quad: P. Heckbert, "Fundamentals of Texture Mapping and Image Warping" (1989).
    private static Matrix Square(Quad q)
    {
        var (sx, sy) = (q.A.X - q.B.X + q.C.X - q.D.X, q.A.Y - q.B.Y + q.C.Y - q.D.Y);
        var (dx1, dx2, dy1, dy2) = (q.B.X - q.C.X, q.D.X - q.C.X, q.B.Y - q.C.Y, q.D.Y - q.C.Y);
        var under = (dx1 * dy2) - (dx2 * dy1);
        var (g, h) = (((sx * dy2) - (dx2 * sy)) / under, ((dx1 * sy) - (sx * dy1)) / under);
        return new Matrix(
            q.B.X - q.A.X + (g * q.B.X), q.D.X - q.A.X + (h * q.D.X), q.A.X,
            q.B.Y - q.A.Y + (g * q.B.Y), q.D.Y - q.A.Y + (h * q.D.Y), q.A.Y, g, h, 1);
    }
}
