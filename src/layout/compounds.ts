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
xác nhận, xác thực, kiểm tra, xử lý, vi phạm, thực hiện, chuẩn bị, mang theo, tham gia, tổ chức, triển khai,
sức khỏe, sức khoẻ, nghĩa vụ, quân sự, quốc phòng, an ninh, trật tự, tội phạm, ma túy, ma tuý, cảnh sát, chỉ huy, ban chỉ huy, ban chỉ đạo, chỉ đạo, dân quân, nhập ngũ, tuyển quân,
chữa cháy, phòng cháy, cứu nạn, cứu hộ, cứu trợ, cứu thương, cấp cứu, diễn tập, hỏa hoạn, thiên tai, bão lụt, lũ lụt, lũ quét, sạt lở, sơ tán, di dời, tìm kiếm, kiên cố, phòng thủ, dân sự,
khám bệnh, chữa bệnh, bệnh viện, bác sĩ, vắc xin, mũi tiêm, sinh sản, dân số, trẻ nhỏ, trẻ sơ sinh, người già, người lớn, người thân, người nhà, khuyết tật, người khuyết tật, tâm thần, truyền nhiễm, dinh dưỡng, an toàn, thực phẩm, an toàn thực phẩm,
giáo dục, đào tạo, học sinh, sinh viên, học phí, tuyển sinh, nhập học, mầm non, mẫu giáo, tiểu học, trung học, cơ sở, phổ thông, giáo viên, thầy giáo, cô giáo, nhà trường, lớp học, năm học, khai giảng, tốt nghiệp, xóa mù, khuyến học, học bổng,
thanh tra, kiểm soát, giám sát, khiếu nại, tố cáo, kiến nghị, phản ánh, góp ý, ý kiến, tiếp nhận, tiếp dân, công khai, niêm yết, phê duyệt, ban hành, hiệu lực, sửa đổi, bổ sung, thay thế, bãi bỏ, thời hạn, gia hạn, hết hạn, quá hạn, đúng hạn, đề nghị, yêu cầu, thông qua, chấp hành, cưỡng chế, xử phạt, tịch thu, biên bản, biên lai, hóa đơn, hoá đơn, hợp đồng, ủy quyền, uỷ quyền,
cán bộ, viên chức, lãnh đạo, chủ tịch, phó chủ tịch, bí thư, đảng ủy, đảng viên, chi bộ, đoàn thể, nông dân, công đoàn, cao tuổi, dân tộc, tôn giáo, thiểu số, dân phố, tổ dân phố, khu phố, thôn xóm, làng xã, chính quyền, địa phương, trung ương, nhà nước, chính phủ, quốc hội, ứng cử, ứng cử viên, bỏ phiếu, hòm phiếu, phiếu bầu, danh sách,
lương hưu, hưu trí, tiền lương, trợ giúp, xã hội, an sinh, an sinh xã hội, bảo trợ, thất nghiệp, việc làm, lao động, người lao động, tiền mặt, tài chính, ngân sách, thuế đất, nộp thuế, kê khai, vay vốn, tín dụng, lãi suất, tiết kiệm, bưu điện, doanh nghiệp, hợp tác xã, hộ kinh doanh, kinh doanh, buôn bán, sản xuất, kinh tế, thị trường, giá cả, hàng hóa, hàng hoá, quảng cáo, chợ phiên,
quy hoạch, thu hồi, đền bù, bồi thường, giải phóng, mặt bằng, giải phóng mặt bằng, tái định cư, định cư, cư trú, nhân khẩu, hộ khẩu, hộ tịch, quốc tịch, sổ đỏ, đo đạc, địa chính, ranh giới, tranh chấp, hòa giải, hoà giải, thừa kế, chuyển nhượng, công trình, dự án, đầu tư, đấu giá, đấu thầu, hạ tầng, giao thông, đường bộ, đường thủy, đường sắt, xe máy, ô tô, mũ bảo hiểm, lái xe, giấy phép lái xe, cầu đường, đèn đường, chiếu sáng, thi công, đường làng, liên thôn,
nước sạch, nước uống, nước sinh hoạt, sinh hoạt, đồng hồ, đường ống, áp lực, trạm bơm, thủy lợi, thuỷ lợi, thoát nước, hố ga, cống rãnh, máy bơm, trạm biến áp, đường dây, bóng đèn, tiền điện, tiền nước,
rác thải, chất thải, phân loại, thu gom, tổ thu gom, cây xanh, trồng cây, khí hậu, biến đổi, ô nhiễm, nguồn nước, đốt rác, muỗi đốt, bọ gậy, lăng quăng, phun thuốc, khử trùng, diệt chuột,
cây trồng, vật nuôi, gia súc, gia cầm, trâu bò, chó mèo, dịch tả, lở mồm, long móng, cúm gia cầm, phân bón, thuốc trừ, trừ sâu, bảo vệ, bảo vệ thực vật, thực vật, gieo cấy, gieo trồng, thu hoạch, mùa vụ, đông xuân, giống lúa, ruộng đồng, thủy sản, thuỷ sản, đánh bắt, tàu thuyền, ra khơi, lâm nghiệp, cháy rừng, kiểm lâm, khuyến nông, nông thôn, nông thôn mới,
lễ hội, lễ tết, nguyên đán, tết nguyên đán, trung thu, quốc khánh, kỷ niệm, liệt sĩ, thương binh, người có công, mẹ việt nam, văn nghệ, thể thao, thể dục, du lịch, di tích, thư viện, phát thanh, truyền hình, báo chí, bảng tin, tờ rơi, mạng xã hội, cuộc họp, buổi họp, họp dân, hội nghị, hội trường, hội thảo, tập huấn, tuyên truyền, vận động, ủng hộ, quyên góp, từ thiện, tình nguyện, hiến máu, thi đua, khen thưởng, phong trào, đoàn kết, khu dân cư, dân cư, lân cận, liên hoan,
điện thoại di động, máy tính, phần mềm, ứng dụng, mạng internet, trang web, mã số thuế, mã otp, tin nhắn, cuộc gọi, giả mạo, giả danh, chiếm đoạt, tố giác, cảnh giác, cảnh báo, cẩn thận, bí mật, cá nhân, dữ liệu, chuyển đổi, chuyển đổi số, chữ ký, chữ ký số, trực ban, đường dây nóng,
bắt đầu, kết thúc, tiếp tục, tạm dừng, tạm ngừng, tạm thời, hoàn thành, hoàn tất, chậm nhất, sớm nhất, hằng ngày, hằng tháng, hằng năm, hàng ngày, hàng tháng, hàng năm, hôm nay, ngày mai, tối nay, sáng nay, chiều nay, cuối tuần, đầu tháng, cuối tháng, cuối năm, giờ hành chính, buổi tối, buổi trưa, làm việc, nghỉ lễ, nghỉ tết, ngày lễ, bao nhiêu, bao giờ, thế nào, ở đâu, vì sao, tại sao, như thế,
có thể, cần phải, bắt buộc, tự nguyện, đồng ý, bằng lòng, từ chối, đặc biệt, khẩn cấp, quan trọng, cần thiết, đầy đủ, chính xác, đơn giản, nhanh chóng, thuận tiện, giúp đỡ, bà con, cô bác, hàng xóm, gia chủ, chủ hộ, cha mẹ, ông bà, con em, con cháu, vợ chồng, anh em, trưởng ấp, trưởng bản, tổ trưởng, đại diện, thành viên, tổ viên, cộng đồng, cộng tác viên, nhân viên, nhân viên y tế, thợ điện,
đăng ảnh, ảnh thẻ, chân dung, vân tay, khuôn mặt, sinh trắc, sinh trắc học, hộ chiếu, thị thực, xuất cảnh, nhập cảnh, biển số, phương tiện, lý lịch, lý lịch tư pháp, tư pháp, độc thân, hôn nhân, nuôi con, con nuôi, giám hộ, hiệu trưởng, chứng minh, chứng nhận, giấy chứng sinh, giấy báo tử, giấy khai sinh, giấy ủy quyền, giấy mời, phiếu hẹn, tờ khai, mẫu đơn, kết quả, xếp hàng, quầy số,
lưu động, cấp thuốc, huyết áp, tăng huyết áp, tiểu đường, đái tháo đường, tình trạng, hiện trạng, thời tiết, dự báo, áp thấp, nhiệt đới, áp thấp nhiệt đới, mực nước, thủy điện, thuỷ điện, xả lũ, đê điều,
giao lưu, cuộc thi, hội thi, bóng đá, bóng chuyền, cầu lông, dưỡng sinh, nghĩa trang, tảo mộ, mai táng, tang lễ, nếp sống, văn minh, hương ước, quy ước, kiểm kê, thống kê, điều tra, rà soát, khảo sát, mở rộng, nâng cấp, bê tông, tuần tra, trình báo, vũ khí, vật liệu, vật liệu nổ, pháo nổ
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
