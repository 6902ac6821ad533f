using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Facts.Bars;

/// <summary>Says where black bars stand above and below the picture, or beside it.</summary>
internal static class FrameBarFacts
{
    // In 1/255 of the picture: 3 % on either side, and sides that are nearly alike.
    private const int Narrowest = 8, MostUneven = 5;

    public static IEnumerable<Tag> Of(FactSource source, IReadOnlyList<Stretch> shots, IReadOnlyList<PictureFrame> frames)
    {
        for (var shot = 0; shot < shots.Count;)
        {
            var (first, frame) = (shot, frames[shot]);
            while (shot < shots.Count && frames[shot].IsLike(frame))
            {
                shot++;
            }

            var stretch = new Stretch(shots[first].First, shots[shot - 1].Until);
            if (Frames(frame.Top, frame.Bottom))
            {
                yield return Say(source, stretch, "letterbox", frame, "above and below", frame.Top, frame.Bottom);
            }

            if (Frames(frame.Left, frame.Right))
            {
                yield return Say(source, stretch, "pillarbox", frame, "left and right", frame.Left, frame.Right);
            }
        }
    }

    private static bool Frames(int one, int other) => Math.Min(one, other) >= Narrowest && Math.Abs(one - other) <= MostUneven;

    private static Tag Say(FactSource source, Stretch stretch, string label, PictureFrame frame, string where, int one, int other) =>
        source.Tag(stretch, TagKinds.Picture, label, FactSource.Sure(Math.Min(one, other), Narrowest), FormattableString.Invariant($"Black bars {where} of {one / 2.55:0.0} and {other / 2.55:0.0} % of the picture, in most looks at it."))
        with
        {
            Box = new PictureBox(
                frame.Left * PictureBox.Whole / 255, frame.Top * PictureBox.Whole / 255,
                (255 - frame.Left - frame.Right) * PictureBox.Whole / 255, (255 - frame.Top - frame.Bottom) * PictureBox.Whole / 255),
        };
}
