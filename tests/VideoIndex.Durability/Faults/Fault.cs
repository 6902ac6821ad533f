using System.Globalization;

namespace VideoIndex.Durability.Faults;

/// <summary>What a process is to do to itself, where, and the how-manieth time it comes there.</summary>
/// <param name="Points">Any of <see cref="FaultPoints.OfWorker"/> or <see cref="FaultPoints.OfSubmitter"/>, or <see cref="Variants.Between"/>.</param>
/// <param name="Time">From 1, whichever of the points it is.</param>
/// <param name="Signal"><see cref="Signals.Kill"/> or <see cref="Signals.Stop"/>.</param>
internal sealed record Fault(IReadOnlyList<string> Points, int Time, int Signal)
{
    /// <summary>Reads <c>complete.before.part+file.renamed:3:9</c>.</summary>
    public static Fault Parse(string text) => text.Split(':') is [var points, var time, var signal]
        ? new Fault(points.Split('+'), int.Parse(time, CultureInfo.InvariantCulture), int.Parse(signal, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is not POINTS:TIME:SIGNAL.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{string.Join('+', Points)}:{Time}:{Signal}");
}
