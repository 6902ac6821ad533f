namespace VideoIndex.Ffmpeg.Running;

/// <summary>What stands between a hostile file and this machine, strongest first.</summary>
public enum Protection
{
    /// <summary>bubblewrap: the tool sees one input file, one output folder and the system's programs; no network; limits.</summary>
    Sandbox,

    /// <summary>No network, and limits; the tool could read what this user can.</summary>
    NoNetwork,

    /// <summary>Limits on memory, processor time and file size only.</summary>
    LimitsOnly,
}
