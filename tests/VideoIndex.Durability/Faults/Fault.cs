using System.Globalization;

namespace VideoIndex.Durability.Faults;

/// <summary>What a process is to do to itself, where, and the how-manieth time it comes there.</summary>
/// <param name="Point">One of <see cref="FaultPoints.OfWorker"/> or <see cref="FaultPoints.OfSubmitter"/>, or <see cref="Variants.Between"/>.</param>
/// <param name="Time">From 1.</param>
/// <param name="Signal"><see cref="Signals.Kill"/> or <see cref="Signals.Stop"/>.</param>
internal sealed record Fault(string Point, int Time, int Signal)
{
    /// <summary>Reads <c>complete.before.part:3:9</c>.</summary>
    public static Fault Parse(string text) => text.Split(':') is [var point, var time, var signal]
        ? new Fault(point, int.Parse(time, CultureInfo.InvariantCulture), int.Parse(signal, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{text}' is not POINT:TIME:SIGNAL.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Point}:{Time}:{Signal}");
}
