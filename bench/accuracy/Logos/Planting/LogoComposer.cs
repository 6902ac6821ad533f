using VideoIndex.Accuracy.Logos.Drawing;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Draws the frames of a clip.</summary>
internal sealed class LogoComposer(LogoClip clip)
{
    private readonly Frame _frame = new(clip.Width, clip.Height), _under = new(clip.Width, clip.Height);

    /// <summary>Draws frames from the first on, and hands each over.</summary>
    public void Draw(Action<Frame> encoder)
    {
        var starts = clip.Starts;
        for (var (frame, shot) = (0, 0); frame < clip.Frames; frame++)
        {
            shot += shot + 1 < starts.Count && starts[shot + 1] == frame ? 1 : 0;
            var (planned, local) = (clip.Shots[shot], frame - starts[shot]);
            Draw(planned, local, _frame);
            if (local < planned.JointFrames)
            {
                Draw(clip.Shots[shot - 1], frame - starts[shot - 1], _under);
                _frame.Mix(_under, 1 - ((local + 0.5) / planned.JointFrames));
            }

            clip.Bug?.Draw(_frame, frame);
            _frame.AddGrain(clip.Grain, new Random(clip.Seed ^ frame));
            encoder(_frame);
        }
    }

    private void Draw(LogoShot shot, int frame, Frame to)
    {
        var seconds = frame / clip.Pace.PerSecond;
        shot.View.Draw(to, frame);
        foreach (var passer in shot.Behind)
        {
            passer.Draw(to, shot.Clothes, seconds);
        }

        foreach (var plate in shot.Plates)
        {
            plate.Draw(to, frame);
        }

        foreach (var passer in shot.Before)
        {
            passer.Draw(to, shot.Clothes, seconds);
        }
    }
}
