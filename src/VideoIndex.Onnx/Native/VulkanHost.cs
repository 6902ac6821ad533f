namespace VideoIndex.Onnx.Native;

/// <summary>
/// Whether a machine has a GPU that Vulkan can use. Asked before the library is: that one complains on the error stream where there is no
/// driver, and takes a driver that only imitates a GPU, on the processor and slowly, for one.
/// </summary>
internal static class VulkanHost
{
    private static readonly string[] DriverFolders = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d", "/usr/local/share/vulkan/icd.d"];
    private static readonly string[] DriverVariables = ["VK_DRIVER_FILES", "VK_ICD_FILENAMES", "VK_ADD_DRIVER_FILES"];
    private static readonly string[] Devices = ["/dev/nvidiactl", "/dev/dxg"];

    /// <summary>Gets whether there is one; elsewhere than on Linux there is taken to be one.</summary>
    public static bool IsHere { get; } = !OperatingSystem.IsLinux() || (HasDevice && HasDriver);

    private static bool HasDevice => Devices.Any(File.Exists) || (Directory.Exists("/dev/dri") && Directory.EnumerateFiles("/dev/dri", "renderD*").Any());

    private static bool HasDriver =>
        DriverVariables.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
        || DriverFolders.Any(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.json").Any());
}
