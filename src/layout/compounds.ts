/**
 * Words of two and more syllables that read badly when a line ends inside them.
 * Written in lower case; matched syllable by syllable, longest first.
 */
const COMPOUNDS = `
bộ công an, công an, cổng dịch vụ công, dịch vụ công, dịch vụ, quốc gia, trực tuyến, căn cước, số căn cước, căn cước công dân, số căn cước công dân, công dân,
tài khoản, đăng ký, đăng nhập, liên kết, thủ tục, hành chính, giải quyết, hệ thống, thông tin,
truyền thông, cơ quan, tiện ích, hướng dẫn, cập nhật, kích hoạt, cung cấp, trực tiếp, tài liệu,
nhân dân, ủy ban, uỷ ban, hồ sơ, giấy tờ, trung tâm, văn hóa, nhà văn hóa, nhà văn hoá, trạm y tế, y tế,
tiêm chủng, tiêm phòng, trẻ em, phụ huynh, người dân, hộ gia đình, gia đình, hộ nghèo, cận nghèo,
bảo hiểm, bảo hiểm y tế, bảo hiểm xã hội, mã số, định danh, điện tử, khai sinh, khai tử, kết hôn, tạm trú, thường trú,
quản lý, công chức, trưởng thôn, khai báo, tạm vắng, địa bàn, chủ nhà, thông báo, liên hệ, điện thoại, máy ảnh, đường dẫn, tên miền, bộ phận một cửa, một cửa, địa chỉ,
thời gian, địa điểm, buổi sáng, buổi chiều, sáng thứ, chiều thứ, lịch cắt điện, cắt điện, mất điện, điện lực,
cấp nước, cắt nước, ngừng cấp, bảo trì, sửa chữa, phòng chống, dịch bệnh, sốt xuất huyết, vệ sinh, môi trường,
nông nghiệp, chăn nuôi, thú y, hỗ trợ, trợ cấp, chính sách, quyết định, nghị định, nghị quyết, quy định,
bầu cử, cử tri, đại biểu, hội đồng, mặt trận, tổ quốc, thanh niên, phụ nữ, cựu chiến binh, người cao tuổi,
đất đai, nhà đất, xây dựng, giấy phép, giấy chứng nhận, quyền sử dụng, mã qr, bản chính, bản sao, chứng thực,
tháng tuổi, năm tuổi, miễn phí, lệ phí, mức phí, nộp tiền, thanh toán, chuyển khoản, ngân hàng, lừa đảo, mật khẩu, số điện thoại,
xác nhận, xác thực, kiểm tra, xử lý, vi phạm, thực hiện, chuẩn bị, mang theo, tham gia, tổ chức, triển khai
`;

const byFirst = new Map<string, string[][]>();
for (const entry of COMPOUNDS.split(",")) {
	const syllables = entry.trim().split(/\s+/);
	const first = syllables[0];
	if (first === undefined || syllables.length < 2) continue;
	byFirst.set(first, [...(byFirst.get(first) ?? []), syllables]);
}
for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);

/** Syllables of the longest compound that starts at `at`; 1 when there is none. */
export function compoundLength(
	syllables: readonly string[],
	at: number,
): number {
	const candidates = byFirst.get(syllables[at] ?? "") ?? [];
	const found = candidates.find((c) =>
		c.every((syllable, i) => syllables[at + i] === syllable),
	);
	return found?.length ?? 1;
}
