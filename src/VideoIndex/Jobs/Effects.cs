using VideoIndex.Videos;

namespace VideoIndex.Jobs;

/// <summary>All that a finished job changes. It happens whole, together with the job's own end, or not at all.</summary>
public sealed record Effects
{
    /// <summary>Gets what was found, kept under the job's key until the run is over; null for nothing.</summary>
    public ReadOnlyMemory<byte>? Finding { get; init; }

    /// <summary>Gets what is to be done next.</summary>
    public IReadOnlyList<JobOrder> Orders { get; init; } = [];

    /// <summary>Gets what waits for some of those.</summary>
    public IReadOnlyList<FanIn> FanIns { get; init; } = [];

    /// <summary>Gets what changes in the catalogue; null for nothing.</summary>
    public CatalogChange? Change { get; init; }

    /// <summary>Gets what the job took.</summary>
    public JobCost Cost { get; init; }
}

/// <summary>What a job took.</summary>
/// <param name="WallMilliseconds">Elapsed time by the clock.</param>
/// <param name="CpuMilliseconds">Processor time, of this program and the tools it started.</param>
/// <param name="BytesRead">Bytes that tools handed to this program.</param>
public readonly record struct JobCost(long WallMilliseconds, long CpuMilliseconds, long BytesRead)
{
    /// <summary>Adds two costs.</summary>
    public static JobCost operator +(JobCost one, JobCost other) => new(
        one.WallMilliseconds + other.WallMilliseconds, one.CpuMilliseconds + other.CpuMilliseconds, one.BytesRead + other.BytesRead);

    /// <summary>Adds two costs.</summary>
    public static JobCost Add(JobCost left, JobCost right) => left + right;
}

/// <summary>What one job of a stage found in a run.</summary>
/// <param name="Unit">Which part of the video.</param>
/// <param name="Body">What was found, in the stage's own form.</param>
public sealed record Finding(string Unit, ReadOnlyMemory<byte> Body);
